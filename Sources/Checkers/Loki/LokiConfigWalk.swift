import Diagnostics
import YAML

/// Holds a configuration against the settings that Loki has: names, types, words.
struct LokiConfigWalk {
    private(set) var findings: [Diagnostic] = []
    /// How many settings were looked up.
    private(set) var count = 0

    /// - Parameter path: of the settings that the mapping holds: empty for a whole file, `limits_config` for limits.
    mutating func check(_ node: YAMLNode, path: String = "") {
        var setting = LokiSettings.shared.top
        for part in path.split(separator: ".") {
            guard let child = setting.children[String(part)] else { return }
            setting = child
        }
        checkMapping(node, setting, path)
    }

    private mutating func checkMapping(_ node: YAMLNode, _ setting: LokiSettings.Setting, _ path: String) {
        for entry in node.mapping?.entries ?? [] {
            guard let key = entry.name else { continue }
            count += 1
            // YAML's merge key brings in what was checked where it stands.
            if key == "<<" { continue }
            let childPath = path.isEmpty ? key : path + "." + key
            if let child = setting.children[key] ?? setting.children["*"] {
                check(entry, child, childPath, isNamed: setting.children[key] != nil)
            } else {
                reportUnknown(key, setting, path, childPath, at: entry.key.origin)
            }
        }
    }

    private mutating func check(
        _ entry: YAMLMapping.Entry, _ setting: LokiSettings.Setting, _ path: String, isNamed: Bool
    ) {
        if setting.isLater {
            findings.append(LokiConfigNotInRelease.found(path, at: entry.key.origin))
            return
        }
        if setting.isDeprecated, isNamed {
            let replacement = LokiSettings.shared.removed[path]?.replacement ?? ""
            findings.append(LokiConfigDeprecatedKey.found(path, replacement: replacement, at: entry.key.origin))
        }
        checkValue(entry.value, setting, path)
    }

    private mutating func checkValue(_ value: YAMLNode, _ setting: LokiSettings.Setting, _ path: String) {
        if let problem = LokiValue.problem(value, kind: setting.kind) {
            findings.append(
                LokiConfigWrongType.found(
                    path, found: value.summary, expected: problem.expected, help: problem.help, at: value.origin))
            return
        }
        if let scalar = value.scalar { checkWord(scalar, path) }
        if value.mapping != nil, setting.kind != "x" { checkMapping(value, setting, path) }
        if let items = value.sequence, let item = setting.children["[]"] {
            for node in items { checkValue(node, item, path + "[]") }
        }
    }

    private mutating func reportUnknown(
        _ key: String, _ setting: LokiSettings.Setting, _ path: String, _ childPath: String,
        at origin: PositionMap.Origin
    ) {
        if let removed = LokiSettings.shared.removed[childPath] {
            if let release = removed.release {
                findings.append(
                    LokiConfigRemovedKey.found(childPath, in: release, replacement: removed.replacement, at: origin))
            } else {
                findings.append(
                    LokiConfigDeprecatedKey.goes(childPath, replacement: removed.replacement, at: origin))
            }
            return
        }
        findings.append(
            LokiConfigUnknownKey.found(
                key, below: path, known: Array(setting.children.keys), places: LokiSettings.shared.parents(of: key),
                at: origin))
    }

    private mutating func checkWord(_ scalar: YAMLScalar, _ path: String) {
        guard !scalar.isNull, !scalar.value.contains("${") else { return }
        let name = path.split(separator: ".").last.map(String.init) ?? path
        let isStore = path.hasSuffix("kvstore.store")
        guard let words = Self.words[path] ?? (isStore ? Self.stores : Self.words["*." + name]) else { return }
        if !words.contains(scalar.value) {
            findings.append(LokiConfigBadValue.found(path, scalar.value, expected: words, at: scalar.origin))
        }
    }

    private static let stores = ["consul", "etcd", "inmemory", "memberlist", "multi"]
    /// Settings that take one of a few words, as Loki's own code has them.
    private static let words: [String: [String]] = [
        "server.log_level": ["debug", "info", "warn", "error"], "server.log_format": ["logfmt", "json"],
        "limits_config.deletion_mode": ["disabled", "filter-only", "filter-and-delete"],
        "limits_config.ingestion_rate_strategy": ["global", "local"],
        "ingester.chunk_encoding": [
            "none", "gzip", "lz4-64k", "snappy", "lz4-256k", "lz4-1M", "lz4", "flate", "zstd",
        ],
        "*.client_auth_type": [
            "", "NoClientCert", "RequestClientCert", "RequireAnyClientCert", "VerifyClientCertIfGiven",
            "RequireAndVerifyClientCert",
        ],
    ]
}
