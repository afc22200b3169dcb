import Diagnostics

/// The paths of Loki's HTTP API, with the methods that each takes.
enum LokiPaths {
    enum Answer {
        case known
        case unknown(near: String?)
        case otherMethod([String])
    }

    /// - Parameters:
    ///   - method: nil where it is not known.
    ///   - path: segments in which a NUL stands for anything.
    static func answer(_ method: String?, _ path: String) -> Answer {
        let segments = split(path)
        // A path that is computed as a whole may be any.
        guard segments.contains(where: { !$0.contains("\0") }) else { return .known }
        if segments.first == "debug" || path == "/" { return .known }
        let matching = all.filter { matches($0.segments, segments) }
        guard !matching.isEmpty else {
            let near = path.contains("\0") ? nil : Spelling.nearest(to: path, among: all.map(\.path))
            return .unknown(near: near)
        }
        // Several match a path with open segments.
        let methods = matching.flatMap(\.methods)
        guard let method, !methods.contains(method), method != "HEAD", method != "OPTIONS" else { return .known }
        return .otherMethod(methods)
    }

    private static func split(_ path: String) -> [Substring] {
        path.split(separator: "/", omittingEmptySubsequences: true)
    }

    private static func matches(_ known: [Substring], _ asked: [Substring]) -> Bool {
        guard known.count == asked.count else { return false }
        return zip(known, asked).allSatisfy { $0.hasPrefix("{") || $0 == $1 || $1.contains("\0") }
    }

    private static let all: [(path: String, segments: [Substring], methods: [String])] =
        table.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            let path = String(words[0])
            return (path, split(path), words.dropFirst().map(String.init))
        }

    /// Of Loki 3.7 and the development line that becomes 3.8.
    private static let table = """
        /loki/api/v1/push POST
        /otlp/v1/logs POST
        /loki/api/v1/query GET POST
        /loki/api/v1/query_range GET POST
        /loki/api/v1/label GET POST
        /loki/api/v1/labels GET POST
        /loki/api/v1/label/{name}/values GET POST
        /loki/api/v1/series GET POST
        /loki/api/v1/index/stats GET POST
        /loki/api/v1/index/volume GET POST
        /loki/api/v1/index/volume_range GET POST
        /loki/api/v1/index/shards GET POST
        /loki/api/v1/patterns GET POST
        /loki/api/v1/detected_fields GET POST
        /loki/api/v1/detected_field/{name}/values GET POST
        /loki/api/v1/detected_labels GET POST
        /loki/api/v1/format_query GET POST
        /loki/api/v1/tail GET
        /loki/api/v1/delete POST PUT GET DELETE
        /loki/api/v1/rules GET
        /loki/api/v1/rules/{namespace} GET POST DELETE
        /loki/api/v1/rules/{namespace}/{group} GET DELETE
        /prometheus/api/v1/rules GET
        /prometheus/api/v1/alerts GET
        /api/prom/push POST
        /api/prom/query GET POST
        /api/prom/label GET POST
        /api/prom/label/{name}/values GET POST
        /api/prom/series GET POST
        /api/prom/tail GET
        /api/prom/rules GET
        /api/prom/rules/{namespace} GET POST DELETE
        /api/prom/rules/{namespace}/{group} GET DELETE
        /ready GET
        /metrics GET
        /config GET
        /services GET
        /loki/api/v1/status/buildinfo GET
        /log_level GET POST
        /config/tenant/v1/limits GET
        /loki/api/v1/drilldown-limits GET
        /ring GET POST
        /distributor/ring GET POST
        /compactor/ring GET POST
        /scheduler/ring GET POST
        /pattern/ring GET POST
        /ruler/ring GET POST
        /indexgateway/ring GET POST
        /memberlist GET
        /flush GET POST
        /flush/tenant POST
        /ingester/prepare_shutdown GET POST DELETE
        /ingester/shutdown GET POST
        /loki/api/v1/cache/generation_numbers GET
        /sync-indexes GET PUT
        """
}
