import Diagnostics

/// What is wrong with the parameters of a request to Loki.
struct LokiParameters {
    private let endpoint: LokiEndpoints.Endpoint
    private let map: PositionMap
    private(set) var findings: [Diagnostic] = []

    /// - Parameters:
    ///   - path: where the address names the endpoint.
    ///   - isOpen: whether there may be more parameters than are seen here.
    init(
        _ endpoint: LokiEndpoints.Endpoint, of call: CurlCall, address: [CurlCall.Parameter], path: Range<Int>,
        isOpen: Bool, map: PositionMap
    ) {
        self.endpoint = endpoint
        self.map = map
        guard let known = endpoint.parameters else { return }
        let isForm = endpoint.readsAddressOnly && !call.sendsDataAsQuery
        for parameter in address + call.parameters + call.addressParameters { check(parameter, known) }
        if isForm {
            for parameter in call.parameters where known.contains(parameter.name.text) {
                guard let range = parameter.name.sourceRange else { continue }
                findings.append(
                    ShellLokiParameter.form(parameter.name.text, path: endpoint.path, at: map.origin(of: range)))
            }
        }
        let all = address + call.parameters + call.addressParameters
        guard !isOpen, !call.hasOpaqueData, !all.contains(where: { $0.name.isEmpty || $0.name.hasExpansion }) else {
            return
        }
        let names = Set(all.map(\.name.text))
        for name in endpoint.required where !names.contains(name) {
            findings.append(ShellLokiParameter.missing(name, path: endpoint.path, at: map.origin(of: path)))
        }
    }

    private mutating func check(_ parameter: CurlCall.Parameter, _ known: [String]) {
        guard !parameter.name.isEmpty, !parameter.name.hasExpansion, let range = parameter.name.sourceRange else {
            return
        }
        let name = parameter.name.text
        guard known.contains(name) else {
            findings.append(
                ShellLokiParameter.unknown(name, path: endpoint.path, known: known, at: map.origin(of: range)))
            return
        }
        guard let value = parameter.value, !value.isEmpty, !value.hasExpansion, let place = value.sourceRange,
            let expected = Self.expected(name, value.text)
        else { return }
        findings.append(
            ShellLokiParameter.value(value.text, of: name, expected: expected, at: map.origin(of: place)))
    }

    /// What a parameter takes; nil where the value is right, or where anything is.
    private static func expected(_ name: String, _ value: String) -> String? {
        switch name {
        case "direction":
            return ["forward", "backward"].contains(value.lowercased()) ? nil : "`forward` or `backward`"
        case "limit", "line_limit":
            return Int(value).map { $0 > 0 } == true ? nil : "a number from 1"
        case "start", "end", "time":
            return isTime(value) ? nil : "seconds or nanoseconds since 1970, or RFC 3339 (`2027-01-15T12:00:00Z`)"
        case "since", "max_interval":
            return LokiValue.prometheusDuration(value) == nil ? "a duration such as `1h`" : nil
        case "step", "interval":
            let isNumber = Double(value) != nil
            return isNumber || LokiValue.prometheusDuration(value) != nil ? nil : "seconds, or a duration such as `30s`"
        case "aggregateBy":
            return ["series", "labels"].contains(value) ? nil : "`series` or `labels`"
        case "log_level":
            return ["debug", "info", "warn", "error"].contains(value) ? nil : "`debug`, `info`, `warn` or `error`"
        default: return nil
        }
    }

    private static func isTime(_ value: String) -> Bool {
        if Double(value) != nil { return true }
        let shape = value.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
        guard shape.starts(with: "0000-00-00T00:00:00".utf8) else { return false }
        var rest = shape.dropFirst(19)
        if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop { $0 == UInt8(ascii: "0") } }
        return rest.elementsEqual("Z".utf8) || rest.elementsEqual("+00:00".utf8) || rest.elementsEqual("-00:00".utf8)
    }
}
