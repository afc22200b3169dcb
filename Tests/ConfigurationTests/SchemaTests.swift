import Diagnostics
import Foundation
import Testing
import YAML

@testable import Configuration

/// What editors are told of `galley.yml` is what decodes it.
@Suite struct SchemaTests {
    private let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The paths of all keys that the decoder asks for.
    private func paths(_ shape: YAMLShape, at path: String = "") -> [String] {
        switch shape {
        case .mapping(let fields):
            fields().flatMap { field in
                let path = path.isEmpty ? field.key : "\(path).\(field.key)"
                return [path] + paths(field.shape, at: path)
            }
        case .list(let element): paths(element, at: path + "[]")
        case .pairs(let value): paths(value, at: path + ".*")
        case .text, .bool, .integer, .word: []
        }
    }

    @Test func eachKeyThatIsDecodedIsExplained() {
        let decoded = Set(paths(Configuration.shape))
        let explained = Set(SettingHelp.texts.keys)
        #expect(decoded.subtracting(explained).sorted() == [], "say in SettingHelp what they are for")
        #expect(explained.subtracting(decoded).sorted() == [], "nothing decodes them: take them out of SettingHelp")
    }

    @Test func theCommittedSchemaIsFresh() throws {
        let file = repository.appendingPathComponent("share/galley.schema.json")
        let committed = try String(contentsOf: file, encoding: .utf8)
        #expect(Configuration.schema.text() + "\n" == committed, "run `make generate`")
    }

    /// The configurations of this repository use keys that the schema has, and all that it asks for.
    @Test(arguments: ["galley.yml", "starter/galley.yml", "Tests/Scripts/Projects/minimal/galley.yml"])
    func realConfigurationsFollowTheSchema(path: String) throws {
        let text = try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
        #expect(try faults(in: text) == [])
    }

    @Test func hostsAreAMappingOfMappings() throws {
        let text = "site: {title: A}\npublications: []\nlinks: {hosts: {a.dev: {token: A_TOKEN, accept: [404]}}}\n"
        #expect(try faults(in: text) == [])
        #expect(
            try faults(in: text.replacing("token:", with: "tokens:")) == ["links.hosts.a.dev.tokens is unknown"])
    }

    @Test(arguments: [
        ("site: {title: A}\n", ["publications is missing"]),
        ("site: {titel: A}\npublications: []\n", ["site.titel is unknown", "site.title is missing"]),
        ("site: {title: A, url: ftp://a}\npublications: []\n", ["site.url does not match"]),
        (
            "site: {title: A}\npublications: []\ncoverage: {proven: 101, languages: {sql: all}}\n",
            ["coverage.proven is out of range", "coverage.languages.sql is no word of the list"]
        ),
        ("site: {title: A}\npublications: {}\n", ["publications is not of a type"]),
    ])
    func theSchemaRefusesWhatTheDecoderRefuses(text: String, expected: [String]) throws {
        #expect(try faults(in: text) == expected)
        var findings: [Diagnostic] = []
        _ = Configuration(SourceFile(path: "galley.yml", text: text), into: &findings)
        #expect(!findings.isEmpty)
    }

    private func faults(in text: String) throws -> [String] {
        let schema = try JSONSerialization.jsonObject(with: Data(Configuration.schema.text().utf8))
        var findings: [Diagnostic] = []
        let stream = YAMLStream(SourceFile(path: "galley.yml", text: text), into: &findings)
        return SchemaReader.faults(of: try #require(stream.documents.first), against: schema, at: "")
    }
}

/// Reads as much of JSON Schema as the schema of `galley.yml` uses, independent of what writes it.
private enum SchemaReader {
    static func faults(of node: YAMLNode, against schema: Any, at path: String) -> [String] {
        guard let schema = schema as? [String: Any] else { return ["\(path) has no schema"] }
        let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
        if let mapping = node.mapping {
            guard types.contains("object") else { return ["\(path) is not of a type"] }
            return faults(of: mapping, against: schema, at: path)
        }
        if let items = node.sequence {
            guard types.contains("array"), let element = schema["items"] else { return ["\(path) is not of a type"] }
            return items.flatMap { faults(of: $0, against: element, at: path + "[]") }
        }
        guard let scalar = node.scalar, !types.contains("object"), !types.contains("array") else {
            return ["\(path) is not of a type"]
        }
        if let words = schema["enum"] as? [String], !words.contains(scalar.value) {
            return ["\(path) is no word of the list"]
        }
        if let least = schema["minimum"] as? Int, let most = schema["maximum"] as? Int {
            return scalar.integer.map { (least...most).contains($0) } == true ? [] : ["\(path) is out of range"]
        }
        if let pattern = schema["pattern"] as? String,
            scalar.value.range(of: pattern, options: .regularExpression) == nil
        {
            return ["\(path) does not match"]
        }
        return []
    }

    private static func faults(of mapping: YAMLMapping, against schema: [String: Any], at path: String) -> [String] {
        let properties = schema["properties"] as? [String: Any] ?? [:]
        let prefix = path.isEmpty ? "" : path + "."
        var found: [String] = []
        for entry in mapping.entries {
            let name = entry.name ?? ""
            if let property = properties[name] ?? schema["additionalProperties"] as? [String: Any] {
                found += faults(of: entry.value, against: property, at: prefix + name)
            } else {
                found.append("\(prefix)\(name) is unknown")
            }
        }
        let missing = (schema["required"] as? [String] ?? []).filter { mapping[$0] == nil }
        return found + missing.map { "\(prefix)\($0) is missing" }
    }
}
