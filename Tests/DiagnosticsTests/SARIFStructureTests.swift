import Diagnostics
import Foundation
import Testing

/// Holds the SARIF output against the structure that its published schema gives to the objects we write.
@Suite struct SARIFStructureTests {
    private func structure() throws -> [String: [String: Any]] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Conformance/sarif/structure.json")
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        return try #require(json?["objects"] as? [String: [String: Any]])
    }

    private func problems(in text: String) throws -> [String] {
        let log = try JSONSerialization.jsonObject(with: Data(text.utf8))
        var validator = SARIFValidator(objects: try structure())
        validator.check(log, is: "sarifLog", at: "$")
        return validator.problems
    }

    @Test func everythingConforms() throws {
        #expect(try problems(in: SARIFRenderer().render(SampleReport.report)) == [])
    }

    @Test func anEmptyRunConforms() throws {
        #expect(try problems(in: SARIFRenderer().render(Report(findings: [], version: "0"))) == [])
    }

    @Test func theValidatorRefusesWhatDoesNotConform() throws {
        let bad = SARIFRenderer().render(SampleReport.report)
            .replacingOccurrences(of: "\"startLine\": 3", with: "\"startLine\": 0")
            .replacingOccurrences(of: "\"driver\"", with: "\"engine\"")
            .replacingOccurrences(of: "\"level\": \"note\"", with: "\"level\": \"hint\"")
        let found = try problems(in: bad).joined(separator: "\n")
        #expect(found.contains("startLine"))
        #expect(found.contains("unknown property engine"))
        #expect(found.contains("driver is missing"))
        #expect(found.contains("hint"))
    }
}

private struct SARIFValidator {
    let objects: [String: [String: Any]]
    var problems: [String] = []

    init(objects: [String: [String: Any]]) { self.objects = objects }

    mutating func check(_ value: Any, is type: Any, at path: String) {
        if let element = (type as? [Any])?.first {
            guard let list = value as? [Any] else { return problems.append("\(path) is no list") }
            for (index, item) in list.enumerated() { check(item, is: element, at: "\(path)[\(index)]") }
        } else if let allowed = (type as? [String: [String]])?["enum"] {
            if !allowed.contains(value as? String ?? "") {
                problems.append("\(path): \(value) is not among \(allowed)")
            }
        } else if let name = type as? String {
            checkNamed(value, name, path)
        }
    }

    private mutating func checkNamed(_ value: Any, _ name: String, _ path: String) {
        switch name {
        case "string": if !(value is String) { problems.append("\(path) is no string") }
        case "uri": if URL(string: value as? String ?? " ") == nil { problems.append("\(path) is no URI: \(value)") }
        case "boolean": if !(value is Bool) { problems.append("\(path) is no boolean") }
        case "positive": if (value as? Int ?? 0) < 1 { problems.append("\(path) is below 1") }
        case "natural": if (value as? Int ?? -1) < 0 { problems.append("\(path) is below 0") }
        case "index": if (value as? Int ?? -2) < -1 { problems.append("\(path) is below -1") }
        default:
            guard let object = objects[name], let properties = object["properties"] as? [String: Any] else {
                return problems.append("no structure named \(name)")
            }
            guard let members = value as? [String: Any] else { return problems.append("\(path) is no object") }
            for key in object["required"] as? [String] ?? [] where members[key] == nil {
                problems.append("\(path): \(key) is missing")
            }
            for (key, member) in members {
                guard let type = properties[key] else {
                    problems.append("\(path): unknown property \(key)")
                    continue
                }
                check(member, is: type, at: "\(path).\(key)")
            }
        }
    }
}
