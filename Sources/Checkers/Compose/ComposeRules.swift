import Diagnostics
import YAML

/// What a Compose file names must be in it: services, volumes, networks, secrets.
enum ComposeRules {
    static func findings(in document: YAMLNode) -> [Diagnostic] {
        let services = document["services"]?.mapping?.entries ?? []
        let serviceNames = services.compactMap(\.name)
        return services.flatMap { service -> [Diagnostic] in
            var findings: [Diagnostic] = []
            let node = service.value
            for name in names(in: node["depends_on"]) where !serviceNames.contains(name.value) {
                findings.append(unknown(name, "depends_on", serviceNames))
            }
            for (key, top) in [("networks", "networks"), ("secrets", "secrets"), ("configs", "configs")] {
                let known =
                    (document[top]?.mapping?.entries.compactMap(\.name) ?? []) + (key == "networks" ? ["default"] : [])
                for name in names(in: node[key]) where !known.contains(name.value) {
                    findings.append(unknown(name, key, known))
                }
            }
            let volumes = document["volumes"]?.mapping?.entries.compactMap(\.name) ?? []
            for volume in node["volumes"]?.sequence ?? [] {
                guard let scalar = volume.scalar else { continue }
                let source =
                    scalar.value.split(separator: ":", omittingEmptySubsequences: false).first.map(String.init) ?? ""
                // A path begins with a dot, a slash, a tilde or a variable.
                guard let first = source.first, first.isLetter || first.isNumber, scalar.value.contains(":"),
                    !volumes.contains(source)
                else { continue }
                let place = scalar.map.origin(of: 0..<source.utf8.count)
                findings.append(SchemaBadValue.found("volumes", source, expected: volumes, at: place))
            }
            if node["image"] == nil, node["build"] == nil, node["extends"] == nil, node["provider"] == nil,
                node.mapping != nil
            {
                findings.append(
                    SchemaMissingKey.found("image", of: "the service `\(service.name ?? "")`", at: service.key.origin))
            }
            return findings
        }
    }

    private static func names(in node: YAMLNode?) -> [YAMLScalar] {
        let keys = node?.mapping?.entries.compactMap(\.key.scalar) ?? []
        return keys + (node?.sequence ?? []).compactMap { $0.scalar ?? $0["source"]?.scalar }
    }

    private static func unknown(_ name: YAMLScalar, _ key: String, _ known: [String]) -> Diagnostic {
        SchemaBadValue.found(
            key, name.value, expected: known.isEmpty ? ["nothing is declared"] : known, at: name.origin)
    }
}
