import YAML

/// What a document looks like, by its keys. A guess only where nothing else has these.
enum KindGuess {
    static func kind(of document: YAMLNode) -> (name: String, words: String)? {
        let keys = Set(document.mapping?.entries.compactMap(\.name) ?? [])
        guard !keys.isEmpty else { return nil }
        if keys.isSuperset(of: ["apiVersion", "kind"]) { return ("kubernetes", "an object of Kubernetes") }
        if keys.contains("datasources"), keys.contains("apiVersion") {
            return ("grafana-datasource", "data sources of Grafana")
        }
        if document["services"]?.mapping?.entries.contains(where: { $0.value["image"] != nil }) == true {
            return ("compose", "a Compose file")
        }
        if document["scrape_configs"] != nil, document["clients"] == nil, document["positions"] == nil {
            let isPromtail = document["scrape_configs"]?.sequence?.contains { $0["pipeline_stages"] != nil } ?? false
            return isPromtail ? nil : ("prometheus-config", "a configuration of Prometheus")
        }
        if let rules = document["groups"]?.sequence?.first?["rules"]?.sequence {
            let queries = rules.compactMap { $0["expr"]?.scalar?.value }
            let isLoki = queries.contains {
                $0.contains("|=") || $0.contains("| json") || $0.contains("count_over_time({")
            }
            return isLoki ? ("loki-rules", "rules of Loki's ruler") : ("prometheus-rules", "rules of Prometheus")
        }
        if document["overrides"]?.mapping?.entries.contains(where: { isOfLimits($0.value) }) == true {
            return ("loki-overrides", "limits of Loki's tenants")
        }
        let settings = LokiSettings.shared.top.children.filter { $0.value.kind == "o" }
        let isLoki = keys.isSubset(of: LokiSettings.shared.top.children.keys) && !keys.isDisjoint(with: distinct)
        return isLoki && !settings.isEmpty ? ("loki-config", "a configuration of Loki") : nil
    }

    private static func isOfLimits(_ node: YAMLNode) -> Bool {
        let limits = LokiSettings.shared.top.children["limits_config"]?.children ?? [:]
        return node.mapping?.entries.contains { limits[$0.name ?? ""] != nil } ?? false
    }

    /// Sections that hardly another program has.
    private static let distinct: Set<String> = [
        "limits_config", "schema_config", "storage_config", "compactor", "chunk_store_config", "ingester", "querier",
        "query_range", "query_scheduler", "frontend_worker", "ingester_client", "index_gateway", "pattern_ingester",
        "auth_enabled", "ruler_storage", "bloom_build", "runtime_config",
    ]
}
