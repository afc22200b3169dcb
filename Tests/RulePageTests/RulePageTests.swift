import Foundation
import Testing

@testable import generate_rule_pages

@Suite struct RulePageTests {
    private let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private let rule = """
        import Diagnostics

        /// Finds a thing that
        /// is wrong.
        ///
        /// ## Why
        ///
        /// Because.
        ///
        /// ## Example
        ///
        ///     bad
        ///
        /// ## Instead
        ///
        /// good
        public enum ThingWrong: Rule {
            public static let id: RuleID = "thing/wrong"
            public static let severity = Severity.error
        }
        """

    @Test func readsTheDocComment() throws {
        let source = try RuleSource(swift: rule)
        #expect(source.id == "thing/wrong")
        #expect(source.severity == "error")
        #expect(source.summary == "Finds a thing that is wrong.")
        #expect(source.body == "## Why\n\nBecause.\n\n## Example\n\n    bad\n\n## Instead\n\ngood")
    }

    @Test(arguments: [
        ("enum ThingWrong: Rule", RuleSource.Problem.noRule, "struct Other"),
        ("static let id", .noIdentifier, "static let name"),
        ("static let severity", .noSeverity, "static let gravity"),
        ("/// ## Example", .missingSection("## Example"), "/// Example"),
    ])
    func refusesARuleWithoutItsParts(part: String, problem: RuleSource.Problem, replacement: String) {
        #expect(throws: problem) {
            _ = try RuleSource(swift: rule.replacingOccurrences(of: part, with: replacement))
        }
    }

    @Test func theGeneratedFileIsFresh() throws {
        let committed = try String(contentsOf: project.appendingPathComponent(RulePageFile.path), encoding: .utf8)
        #expect(try RulePageFile.text(for: project) == committed, "run `make generate`")
    }

    @Test func everyRuleHasAFileOfItsNameAndATest() throws {
        let tests =
            FileManager.default.enumerator(atPath: project.appendingPathComponent("Tests").path)?
            .compactMap { $0 as? String }.filter { $0.hasSuffix("Tests.swift") || $0.hasPrefix("Scripts/") } ?? []
        let texts = tests.compactMap {
            try? String(contentsOf: project.appendingPathComponent("Tests/\($0)"), encoding: .utf8)
        }
        for path in RulePageFile.sources(in: project) {
            let text = try String(contentsOf: project.appendingPathComponent(path), encoding: .utf8)
            let source = try RuleSource(swift: text)
            let name = path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
            #expect(text.contains("enum \(name): Rule"), "\(path) declares a rule of another name")
            #expect(
                texts.contains {
                    $0.contains("\"\(source.id)\"") || $0.contains("[\(source.id)]") || $0.contains("\"\(source.id): ")
                        || $0.contains(" \(source.id): ")
                },
                "no test names \(source.id)")
        }
    }

    /// What is particular to the guide lives in `galley.yml` and `content/`; a second publication, made by `galley init`,
    /// goes through the same program.
    @Test(arguments: ["Sources", "Plugins", "theme", "starter"]) func nothingButItsContentKnowsTheGuide(
        folder: String
    ) throws {
        let root = project.appendingPathComponent(folder)
        let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        #expect(!files.isEmpty)
        for file in files {
            guard let content = try? Data(contentsOf: root.appendingPathComponent(file)) else { continue }
            let text = String(decoding: content, as: UTF8.self).lowercased()
            #expect(!text.contains("fraiseql"), "\(folder)/\(file) names the guide's subject")
        }
    }
}
