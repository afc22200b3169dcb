import Diagnostics
import YAML

/// `$name`, `${name}`, `${name:format}` and `[[name]]` in texts of a dashboard.
enum GrafanaVariables {
    struct Use {
        let name: String
        /// In bytes of the text.
        let range: Range<Int>
    }

    static let builtIn: Set<String> = [
        "__rate_interval", "__interval", "__interval_ms", "__range", "__range_s", "__range_ms", "__auto", "__from",
        "__to", "__dashboard", "__user", "__org", "__name", "__timezone", "timeFilter", "__timeFilter", "__value",
        "__data", "__field", "__series", "__cell", "__url", "__all_variables",
    ]

    static func uses(in text: [UInt8]) -> [Use] {
        var uses: [Use] = []
        var offset = 0
        while offset < text.count {
            let start = offset
            offset += 1
            guard text[start] == UInt8(ascii: "$"), offset < text.count else { continue }
            // A doubled dollar sign is one.
            if text[offset] == UInt8(ascii: "$") {
                offset += 1
                continue
            }
            let isBraced = text[offset] == UInt8(ascii: "{")
            if isBraced { offset += 1 }
            let nameStart = offset
            while offset < text.count, isName(text[offset], first: offset == nameStart) { offset += 1 }
            guard offset > nameStart else { continue }
            let name = String(decoding: text[nameStart..<offset], as: UTF8.self)
            if isBraced {
                guard let close = text[offset...].firstIndex(of: UInt8(ascii: "}")) else { continue }
                offset = close + 1
            }
            uses.append(Use(name: name, range: start..<offset))
        }
        return uses
    }

    private static func isName(_ byte: UInt8, first: Bool) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (!first && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte))
    }
}

/// A query of a panel without variables of Grafana, which no parser but Grafana knows.
struct PlainQuery {
    let bytes: [UInt8]
    let map: PositionMap

    init(_ target: GrafanaDashboard.Target) {
        let text = Array(target.expression.value.utf8)
        let origin = target.expression.map
        var bytes: [UInt8] = []
        var builder = PositionMap.Builder()
        var offset = 0
        for use in GrafanaVariables.uses(in: text) {
            bytes += text[offset..<use.range.lowerBound]
            builder.copy(offset..<use.range.lowerBound, of: origin)
            // Times stand for times; what stands in strings may be any word.
            let value = Array(
                (use.name.hasPrefix("__") ? (use.name.hasSuffix("ms") || use.name.hasSuffix("_s") ? "300" : "5m") : "x")
                    .utf8)
            bytes += value
            builder.replace(use.range, of: origin, with: value.count)
            offset = use.range.upperBound
        }
        bytes += text[offset...]
        builder.copy(offset..<text.count, of: origin)
        self.bytes = bytes
        map = builder.build(fallback: target.expression.origin.span)
    }
}
