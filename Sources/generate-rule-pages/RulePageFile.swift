import Foundation

/// The Swift file that holds all help pages, made from the rules' sources.
enum RulePageFile {
    static let path = "Sources/galley/RulePages.generated.swift"

    struct Failure: Error, CustomStringConvertible {
        let path: String
        let problem: RuleSource.Problem
        var description: String {
            switch problem {
            case .noRule: "\(path): declares no rule (`public enum Name: Rule`)"
            case .noIdentifier: "\(path): the rule has no `static let id: RuleID = \"family/name\"`"
            case .noSeverity: "\(path): the rule has no `static let severity = Severity.…`"
            case .noComment: "\(path): the rule has no doc comment to make a help page of"
            case .missingSection(let name): "\(path): the doc comment has no section `\(name)` in its place"
            }
        }
    }

    /// The sources of all rules: the Swift files in folders named `Rules`, sorted by path.
    static func sources(in project: URL) -> [String] {
        let all = FileManager.default.enumerator(atPath: project.appendingPathComponent("Sources").path)
        return (all?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".swift") && $0.split(separator: "/").dropLast().contains("Rules") }
            .map { "Sources/" + $0 }
            .sorted()
    }

    /// The whole text of the generated file.
    static func text(for project: URL) throws -> String {
        let rules = try sources(in: project).map { path in
            let text = try String(contentsOf: project.appendingPathComponent(path), encoding: .utf8)
            do throws(RuleSource.Problem) {
                return try RuleSource(swift: text)
            } catch {
                throw Failure(path: path, problem: error)
            }
        }
        var output = """
            // Made by `make generate` from the doc comments of the rules. Edit those.
            // swift-format-ignore-file

            import Diagnostics

            /// The help pages of all rules, sorted by their ids.
            let rulePages: [RulePage] = [

            """
        for rule in rules.sorted(by: { $0.id < $1.id }) {
            output += "    RulePage(\n        id: \"\(rule.id)\", severity: .\(rule.severity),\n"
            output += "        summary: \(literal(rule.summary)),\n        body: \(literal(rule.body))),\n"
        }
        return output + "]\n"
    }

    private static func literal(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return "##\"\"\"\n" + lines.map { $0.isEmpty ? "" : "            \($0)" }.joined(separator: "\n")
            + "\n            \"\"\"##"
    }
}
