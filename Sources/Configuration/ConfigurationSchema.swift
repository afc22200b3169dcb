import Diagnostics
import YAML

extension Configuration {
    /// A JSON Schema of `galley.yml` for editors, made of the very declarations that decode it.
    public static var schema: JSONValue {
        let head: [(String, JSONValue)] = [
            ("$schema", .string("http://json-schema.org/draft-07/schema#")),
            ("title", .string("galley.yml, the configuration of a site")),
        ]
        return .object(head + members(of: shape, at: ""))
    }

    static var shape: YAMLShape { YAMLType.configuration(of: SourceFile(path: "galley.yml", text: "")).shape }

    private static func members(of shape: YAMLShape, at path: String) -> [(String, JSONValue)] {
        switch shape {
        case .text(let pattern?): [("type", .string("string")), ("pattern", .string(pattern))]
        // `title: 3.8` is a text here, though YAML takes it for a number.
        case .text: [("type", .array(["string", "number", "boolean"].map { .string($0) }))]
        case .bool: [("type", .string("boolean"))]
        case .integer(let range):
            [
                ("type", .string("integer")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ]
        case .word(let words): [("enum", .array(words.map { .string($0) }))]
        case .list(let element):
            [("type", .string("array")), ("items", .object(members(of: element, at: path + "[]")))]
        case .pairs(let value):
            [("type", .string("object")), ("additionalProperties", .object(members(of: value, at: path + ".*")))]
        case .mapping(let fields): members(of: fields(), at: path)
        }
    }

    private static func members(of fields: [YAMLShape.Field], at path: String) -> [(String, JSONValue)] {
        let properties = fields.map { field -> (String, JSONValue) in
            let path = path.isEmpty ? field.key : "\(path).\(field.key)"
            let help = SettingHelp.texts[path].map { ("description", JSONValue.string($0)) }
            return (field.key, .object([help].compactMap(\.self) + members(of: field.shape, at: path)))
        }
        let required = fields.filter(\.isRequired).map { JSONValue.string($0.key) }
        var object: [(String, JSONValue)] = [
            ("type", .string("object")), ("additionalProperties", .bool(false)), ("properties", .object(properties)),
        ]
        if !required.isEmpty { object.append(("required", .array(required))) }
        return object
    }
}
