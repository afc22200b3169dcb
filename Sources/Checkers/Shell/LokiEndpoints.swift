import Diagnostics

/// Loki's HTTP interface: its paths, the methods that each takes, and their parameters.
enum LokiEndpoints {
    struct Endpoint {
        let path: String
        fileprivate let segments: [Substring]
        let methods: [String]
        /// Without these it refuses.
        let required: [String]
        /// All that it reads, with the required ones; nil where it is not known or reads none.
        let parameters: [String]?
        /// Whether it reads the address alone, and never a form.
        let readsAddressOnly: Bool
    }

    enum Answer {
        /// The endpoint, where there is just one that can be meant.
        case known(Endpoint?)
        case unknown(near: String?)
        case otherMethod([String])
    }

    /// - Parameters:
    ///   - method: nil where it is not known.
    ///   - path: segments in which a NUL stands for anything.
    static func answer(_ method: String?, _ path: String) -> Answer {
        let segments = split(path)
        // A path that is computed as a whole may be any.
        guard segments.contains(where: { !$0.contains("\0") }) else { return .known(nil) }
        if segments.first == "debug" || path == "/" { return .known(nil) }
        let matching = all.filter { matches($0.segments, segments) }
        guard !matching.isEmpty else {
            let near = path.contains("\0") ? nil : Spelling.nearest(to: path, among: all.map(\.path))
            return .unknown(near: near)
        }
        guard let method, method != "OPTIONS" else { return .known(nil) }
        // HEAD is answered where GET is.
        let asked = method == "HEAD" ? "GET" : method
        let taking = matching.filter { $0.methods.contains(asked) }
        if taking.isEmpty {
            // Several match a path with open segments.
            return method == "HEAD" ? .known(nil) : .otherMethod(matching.flatMap(\.methods))
        }
        return .known(taking.count == 1 && !path.contains("\0") ? taking[0] : nil)
    }

    private static func split(_ path: String) -> [Substring] {
        path.split(separator: "/", omittingEmptySubsequences: true)
    }

    private static func matches(_ known: [Substring], _ asked: [Substring]) -> Bool {
        guard known.count == asked.count else { return false }
        return zip(known, asked).allSatisfy { $0.hasPrefix("{") || $0 == $1 || $1.contains("\0") }
    }

    private static let all: [Endpoint] = table.split(separator: "\n").map { line in
        let words = line.split(separator: " ").map(String.init)
        let methods = words[1].split(separator: ",").map(String.init)
        let isOfAddress = words.contains("@address")
        let names = words.dropFirst(2).filter { $0 != "@address" && $0 != "-" }
        let plain = names.map { $0.hasSuffix("!") ? String($0.dropLast()) : $0 }
        return Endpoint(
            path: words[0], segments: split(words[0]), methods: methods,
            required: names.filter { $0.hasSuffix("!") }.map { String($0.dropLast()) },
            parameters: words.count > 2 ? plain : nil, readsAddressOnly: isOfAddress)
    }

    /// Of Loki 3.7 and the development line that becomes 3.8: path, methods, parameters. `!` marks what is required, `-` a
    /// path that takes none, `@address` one that reads no forms. Paths without parameters here are not looked through.
    private static let table = """
        /loki/api/v1/push POST
        /otlp/v1/logs POST
        /loki/api/v1/query GET,POST query! time limit direction shards
        /loki/api/v1/query_range GET,POST query! start end since limit step interval direction shards
        /loki/api/v1/label GET,POST start end since query
        /loki/api/v1/labels GET,POST start end since query
        /loki/api/v1/label/{name}/values GET,POST start end since query
        /loki/api/v1/series GET,POST match[] match start end since
        /loki/api/v1/index/stats GET,POST query! start end since
        /loki/api/v1/index/volume GET,POST query! start end since step limit targetLabels aggregateBy
        /loki/api/v1/index/volume_range GET,POST query! start end since step limit targetLabels aggregateBy
        /loki/api/v1/index/shards GET,POST query! targetBytesPerShard! start end since
        /loki/api/v1/patterns GET,POST query! start end since step
        /loki/api/v1/detected_fields GET,POST query! start end since step line_limit limit field_limit
        /loki/api/v1/detected_field/{name}/values GET,POST query! start end since step line_limit limit field_limit
        /loki/api/v1/detected_labels GET,POST query start end since
        /loki/api/v1/format_query GET,POST query!
        /loki/api/v1/tail GET query! delay_for limit start
        /loki/api/v1/delete POST,PUT query! start! end max_interval @address
        /loki/api/v1/delete GET start end
        /loki/api/v1/delete DELETE request_id! force @address
        /loki/api/v1/rules GET
        /loki/api/v1/rules/{namespace} GET,POST,DELETE
        /loki/api/v1/rules/{namespace}/{group} GET,DELETE
        /prometheus/api/v1/rules GET
        /prometheus/api/v1/alerts GET
        /api/prom/push POST
        /api/prom/query GET,POST
        /api/prom/label GET,POST
        /api/prom/label/{name}/values GET,POST
        /api/prom/series GET,POST
        /api/prom/tail GET
        /api/prom/rules GET
        /api/prom/rules/{namespace} GET,POST,DELETE
        /api/prom/rules/{namespace}/{group} GET,DELETE
        /ready GET -
        /metrics GET
        /config GET mode
        /services GET -
        /loki/api/v1/status/buildinfo GET -
        /log_level GET -
        /log_level POST log_level!
        /config/tenant/v1/limits GET
        /loki/api/v1/drilldown-limits GET
        /ring GET,POST
        /distributor/ring GET,POST
        /compactor/ring GET,POST
        /scheduler/ring GET,POST
        /pattern/ring GET,POST
        /ruler/ring GET,POST
        /indexgateway/ring GET,POST
        /memberlist GET
        /flush GET,POST
        /flush/tenant POST
        /ingester/prepare_shutdown GET,POST,DELETE
        /ingester/shutdown GET,POST
        /loki/api/v1/cache/generation_numbers GET
        /sync-indexes GET,PUT
        """
}
