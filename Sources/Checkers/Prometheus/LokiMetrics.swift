/// Looks metrics of Loki up.
struct LokiMetrics: Sendable {
    enum Kind: Character, Sendable {
        case counter = "c"
        case gauge = "g"
        case histogram = "h"
        case summary = "s"
        case unknown = "u"
    }

    struct Metric: Sendable {
        let name: String
        let kind: Kind
        /// Whether 3.7 has it, and whether the development line after it has it.
        let isInRelease: Bool
        let isInDevelopment: Bool
        /// Nil where they are not known.
        let labels: Set<String>?
    }

    static let shared = LokiMetrics()

    let byName: [String: Metric]
    let routes: Set<String>

    private init() {
        var metrics: [String: Metric] = [:]
        for line in LokiMetricTable.text.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 1, let letter = fields[1].first, let kind = Kind(rawValue: letter) else { continue }
            let name = "loki_" + fields[0]
            let labels = fields.count > 2 ? fields[2].split(separator: ",").map(String.init) : []
            metrics[name] = Metric(
                name: name, kind: kind, isInRelease: !fields[1].hasSuffix("+"),
                isInDevelopment: !fields[1].hasSuffix("-"), labels: labels == ["?"] ? nil : Set(labels))
        }
        byName = metrics
        routes = Set(LokiMetricTable.routes.split(separator: "\n").map(String.init))
    }

    /// The metric that a series belongs to: histograms have `_bucket`, `_sum` and `_count`, summaries the last two.
    func metric(ofSeries name: String) -> (metric: Metric, suffix: String)? {
        if let metric = byName[name] { return (metric, "") }
        for suffix in ["_bucket", "_sum", "_count"] where name.hasSuffix(suffix) {
            guard let metric = byName[String(name.dropLast(suffix.count))] else { continue }
            let has =
                metric.kind == .histogram || metric.kind == .unknown || (metric.kind == .summary && suffix != "_bucket")
            if has { return (metric, suffix) }
        }
        return nil
    }

    /// Labels that Prometheus and its discovery add to all series.
    static let targetLabels: Set<String> = [
        "__name__", "job", "instance", "cluster", "namespace", "pod", "container", "node", "service", "endpoint", "le",
        "quantile", "env", "environment", "region", "zone", "component",
    ]
}
