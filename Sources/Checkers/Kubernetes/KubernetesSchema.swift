import Foundation

/// A JSON Schema of Kubernetes, cut down to what its published schemas use.
final class KubernetesSchema: Sendable {
    /// The name of the definition that stands in its place.
    let reference: String?
    let types: Set<String>
    let properties: [String: KubernetesSchema]
    let required: [String]
    /// Whether other properties may stand beside the known ones, and what they are.
    let isOpen: Bool
    let others: KubernetesSchema?
    let items: KubernetesSchema?
    let words: [String]
    let alternatives: [KubernetesSchema]

    init(_ json: [String: Any]) {
        reference = (json["$ref"] as? String).flatMap { $0.split(separator: "/").last.map(String.init) }
        types = Set((json["type"] as? [String]) ?? (json["type"] as? String).map { [$0] } ?? [])
        properties = (json["properties"] as? [String: [String: Any]] ?? [:]).mapValues(KubernetesSchema.init)
        required = json["required"] as? [String] ?? []
        others = (json["additionalProperties"] as? [String: Any]).map(KubernetesSchema.init)
        isOpen = others != nil || json["additionalProperties"] as? Bool ?? true
        items = (json["items"] as? [String: Any]).map(KubernetesSchema.init)
        words = (json["enum"] as? [Any] ?? []).compactMap { $0 as? String }
        alternatives = (json["oneOf"] as? [[String: Any]] ?? json["anyOf"] as? [[String: Any]] ?? []).map(
            KubernetesSchema.init)
    }
}

/// The schemas of one release of Kubernetes, as the package kubernetes-validate of PyPI brings them.
final class KubernetesSchemas: Sendable {
    /// `1.37`
    let version: String
    private let folder: String
    private let definitions: [String: KubernetesSchema]
    private let names: [String]

    /// - Parameter program: where the package's program is; its schemas lie beside it.
    init?(beside program: String) {
        let environment = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent()
        // The program of a virtual environment is no link, its folders are fixed.
        let library = environment.appendingPathComponent("lib")
        let manager = FileManager.default
        let pythons = (try? manager.contentsOfDirectory(atPath: library.path)) ?? []
        let packages = pythons.filter { $0.hasPrefix("python3") }.flatMap { python in
            ["site-packages", "dist-packages"].map {
                "\(library.path)/\(python)/\($0)/kubernetes_validate/kubernetes-json-schema"
            }
        }
        guard let root = packages.first(where: manager.fileExists),
            let newest = Self.newest((try? manager.contentsOfDirectory(atPath: root)) ?? []),
            let data = manager.contents(atPath: "\(root)/\(newest.name)/_definitions.json"),
            let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let all = (json["$defs"] ?? json["definitions"]) as? [String: [String: Any]]
        else { return nil }
        folder = "\(root)/\(newest.name)"
        version = newest.version
        definitions = all.mapValues(KubernetesSchema.init)
        names = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    }

    /// Of folders such as `v1.37.0-local-strict`, which refuse unknown keys, the one of the newest release.
    private static func newest(_ names: [String]) -> (name: String, version: String)? {
        let numbered = names.filter { $0.hasSuffix("-strict") }.compactMap { name -> (name: String, parts: [Int])? in
            let parts = name.dropFirst().prefix { $0 != "-" }.split(separator: ".").compactMap { Int($0) }
            return parts.count == 3 ? (name, parts) : nil
        }
        let newest = numbered.max { $0.parts.lexicographicallyPrecedes($1.parts) }
        return newest.map { ($0.name, "\($0.parts[0]).\($0.parts[1])") }
    }

    /// The schema of an object; nil where Kubernetes has no such kind.
    func schema(kind: String, apiVersion: String) -> KubernetesSchema? {
        let file = Self.file(kind: kind, apiVersion: apiVersion)
        guard names.contains(file), let data = FileManager.default.contents(atPath: "\(folder)/\(file)"),
            let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { return nil }
        let schema = KubernetesSchema(json)
        // Files are named in lower case; the kind itself is not.
        let kinds = schema.properties["kind"]?.words ?? []
        return kinds.isEmpty || kinds.contains(kind) ? schema : nil
    }

    /// A kind that differs by its capitals, or by little.
    func near(kind: String, apiVersion: String) -> String? {
        let file = Self.file(kind: kind, apiVersion: apiVersion)
        guard names.contains(file), let data = FileManager.default.contents(atPath: "\(folder)/\(file)"),
            let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { return nil }
        return KubernetesSchema(json).properties["kind"]?.words.first
    }

    private static func file(kind: String, apiVersion: String) -> String {
        let parts = apiVersion.split(separator: "/").map(String.init)
        let group = parts.count > 1 ? "-" + (parts[0].split(separator: ".").first.map(String.init) ?? "") : ""
        return "\(kind.lowercased())\(group)-\(parts.last ?? "")".lowercased() + ".json"
    }

    /// A schema with references followed.
    func resolved(_ schema: KubernetesSchema) -> KubernetesSchema {
        schema.reference.flatMap { definitions[$0] } ?? schema
    }
}
