import Diagnostics
import LogQL
import YAML

/// What Loki asks of settings together when it starts.
///
/// The settings are those of a part and of the file that holds it: the part's own go first.
struct LokiConfigRules {
    /// The part first.
    let documents: [YAMLNode]
    /// Whether nothing is missing: only then can it be said that a section is not there.
    let isWhole: Bool
    private(set) var findings: [Diagnostic] = []

    init(_ documents: [YAMLNode], isWhole: Bool) {
        self.documents = documents
        self.isWhole = isWhole
        checkRetention()
        checkSchemas()
        checkStreams()
    }

    /// The setting of a path, and its key.
    private func setting(_ path: String...) -> (key: YAMLNode, value: YAMLNode)? {
        for document in documents {
            var node = document
            var key: YAMLNode?
            for name in path {
                guard let entry = node.mapping?[name] else {
                    key = nil
                    break
                }
                key = entry.key
                node = entry.value
            }
            if let key { return (key, node) }
        }
        return nil
    }

    private mutating func checkRetention() {
        let enabled = setting("compactor", "retention_enabled")
        let isEnabled = enabled?.value.scalar?.bool ?? false
        // Both stand in one section, so this much can be said of a part as well.
        if let enabled, isEnabled {
            let store = setting("compactor", "delete_request_store")?.value.scalar
            if store == nil || store?.isNull == true || store?.value.isEmpty == true {
                findings.append(LokiConfigRetentionWithoutStore.found(at: enabled.key.origin))
            }
        }
        let mayBeEnabled = isEnabled || (enabled?.value.scalar?.value.contains("${") ?? false)
        guard isWhole, !mayBeEnabled, setting("table_manager") == nil else { return }
        for name in ["retention_period", "retention_stream"] {
            guard let found = setting("limits_config", name), !["0", "0s"].contains(found.value.scalar?.value) else {
                continue
            }
            findings.append(LokiConfigRetentionWithoutCompactor.found("limits_config.\(name)", at: found.key.origin))
        }
    }

    private mutating func checkSchemas() {
        guard let configs = setting("schema_config", "configs")?.value.sequence, !configs.isEmpty else {
            if isWhole, let first = documents.first {
                let place = setting("schema_config")?.key ?? first.mapping?.entries.first?.key ?? first
                findings.append(LokiConfigSchemaMissing.found(at: place.origin))
            }
            return
        }
        for config in configs { check(schema: config) }
        let allows = setting("limits_config", "allow_structured_metadata")?.value.scalar?.bool ?? true
        guard allows, let newest = configs.last else { return }
        if let schema = newest["schema"]?.scalar, let number = Self.number(of: schema.value), number < 13 {
            findings.append(LokiConfigStructuredMetadata.found("schema v13", at: schema.origin))
        }
        if let store = newest["store"]?.scalar, store.value != "tsdb", !store.value.contains("${") {
            findings.append(LokiConfigStructuredMetadata.found("the store `tsdb`", at: store.origin))
        }
    }

    private mutating func check(schema config: YAMLNode) {
        if let schema = config["schema"]?.scalar, !schema.value.contains("${") {
            if Self.number(of: schema.value).map({ !(9...13).contains($0) }) ?? true {
                let known = (9...13).map { "v\($0)" }
                findings.append(
                    LokiConfigBadValue.found(
                        "schema_config.configs[].schema", schema.value, expected: known, at: schema.origin))
            }
        }
        let store = config["store"]?.scalar?.value
        if store == "tsdb", let period = config["index"]?["period"]?.scalar,
            let hours = LokiValue.prometheusDuration(period.value), hours != 24
        {
            findings.append(
                LokiConfigBadValue.because(
                    "schema_config.configs[].index.period", period.value, "`tsdb` has an index for each day",
                    help: "write `24h`", at: period.origin))
        }
        check(objectStore: config["object_store"]?.scalar)
    }

    private static let objectStores = [
        "filesystem", "s3", "gcs", "azure", "swift", "alibabacloud", "bos", "aws", "cos", "noop",
    ]

    private mutating func check(objectStore: YAMLScalar?) {
        guard let store = objectStore, !store.value.contains("${"), !Self.objectStores.contains(store.value) else {
            return
        }
        let named = setting("storage_config", "named_stores")?.value.mapping?.entries ?? []
        let names = named.flatMap { $0.value.mapping?.entries.compactMap(\.name) ?? [] }
        guard isWhole, !names.contains(store.value) else { return }
        findings.append(
            LokiConfigBadValue.found(
                "schema_config.configs[].object_store", store.value,
                expected: Array(Self.objectStores.prefix(7)) + names,
                at: store.origin))
    }

    private static func number(of schema: String) -> Int? {
        Int(schema.hasPrefix("v") ? schema.dropFirst() : schema[...])
    }

    private mutating func checkStreams() {
        for stream in setting("limits_config", "retention_stream")?.value.sequence ?? [] {
            if let period = stream["period"]?.scalar, let hours = LokiValue.prometheusDuration(period.value), hours < 24
            {
                findings.append(
                    LokiConfigBadValue.because(
                        "limits_config.retention_stream[].period", period.value, "it must be a day at least",
                        help: "write `24h` or more", at: period.origin))
            }
            guard let selector = stream["selector"]?.scalar, !selector.value.contains("${") else { continue }
            let bytes = Array(selector.value.utf8)
            let map = selector.map
            for error in Query(bytes).errors {
                findings.append(
                    LokiConfigBadValue.because(
                        "limits_config.retention_stream[].selector", selector.value, error.message,
                        at: map.origin(of: error.range)))
            }
        }
    }
}
