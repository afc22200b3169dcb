import Diagnostics
import YAML

/// Values of the chart grafana/loki: its section `loki` holds sections of Loki's configuration.
enum HelmValues {
    @Sendable static func findings(in document: YAMLNode) -> [Diagnostic] {
        var walk = LokiConfigWalk()
        guard let loki = document["loki"] else { return [] }
        for entry in loki.mapping?.entries ?? [] {
            guard let name = entry.name else { continue }
            if name == "structuredConfig" {
                walk.check(entry.value)
            } else if name == "schemaConfig" {
                walk.check(entry.value, path: "schema_config")
            } else if LokiSettings.shared.top.children[name]?.kind == "o", !chartsOwn.contains(name) {
                walk.check(entry.value, path: name)
            }
        }
        return walk.findings
    }

    /// Keys of the chart that Loki's configuration has too, with another meaning.
    private static let chartsOwn: Set<String> = ["storage", "server", "memberlist", "tracing", "ui"]
}
