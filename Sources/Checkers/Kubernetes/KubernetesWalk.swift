import Diagnostics
import YAML

/// Holds an object against its schema: all that is wrong, each at its place.
struct KubernetesWalk {
    let schemas: KubernetesSchemas
    private(set) var findings: [Diagnostic] = []

    init(_ schemas: KubernetesSchemas) { self.schemas = schemas }

    mutating func check(_ node: YAMLNode, _ schema: KubernetesSchema, key: String) {
        let schema = schemas.resolved(schema)
        if node.isNull { return }
        guard schema.alternatives.isEmpty else {
            let fits = schema.alternatives.contains { Self.fits(node, schemas.resolved($0).types) }
            if !fits { report(node, schema.alternatives.flatMap { schemas.resolved($0).types }, key) }
            return
        }
        guard Self.fits(node, schema.types) else {
            report(node, Array(schema.types), key)
            return
        }
        if let scalar = node.scalar, !schema.words.isEmpty, !schema.words.contains(scalar.value) {
            findings.append(SchemaBadValue.found(key, scalar.value, expected: schema.words, at: scalar.origin))
        }
        if let items = node.sequence, let item = schema.items {
            for one in items { check(one, item, key: key) }
        }
        if let mapping = node.mapping { check(mapping, of: node, schema, key) }
    }

    private mutating func check(_ mapping: YAMLMapping, of node: YAMLNode, _ schema: KubernetesSchema, _ key: String) {
        for entry in mapping.entries {
            guard let name = entry.name, name != "<<" else { continue }
            if let property = schema.properties[name] {
                check(entry.value, property, key: name)
            } else if let others = schema.others {
                check(entry.value, others, key: name)
            } else if !schema.isOpen, !schema.properties.isEmpty {
                findings.append(
                    SchemaUnknownKey.found(
                        name, of: "`\(key)`", known: Array(schema.properties.keys), at: entry.key.origin))
            }
        }
        for name in schema.required.sorted() where mapping[name] == nil {
            let place = mapping.entries.first?.key.origin ?? node.origin
            findings.append(SchemaMissingKey.found(name, of: "`\(key)`", at: place))
        }
    }

    private mutating func report(_ node: YAMLNode, _ types: [String], _ key: String) {
        let names = [
            "object": "a mapping", "array": "a list", "string": "a text", "integer": "a whole number",
            "number": "a number", "boolean": "`true` or `false`",
        ]
        let expected = Set(types).sorted().compactMap { names[$0] }.joined(separator: " or ")
        findings.append(SchemaWrongType.found(key, found: node.summary, expected: expected, at: node.origin))
    }

    private static func fits(_ node: YAMLNode, _ types: Set<String>) -> Bool {
        if types.isEmpty { return true }
        if node.mapping != nil { return types.contains("object") }
        if node.sequence != nil { return types.contains("array") }
        guard let scalar = node.scalar else { return false }
        if scalar.value.contains("{{") || scalar.value.contains("${") { return true }
        if scalar.integer != nil { return types.contains("integer") || types.contains("number") }
        if scalar.double != nil { return types.contains("number") }
        if scalar.bool != nil { return types.contains("boolean") }
        return types.contains("string")
    }
}
