import Foundation
import TestSupport
import Testing

/// A file of Tests/Conformance/logql/parsing: a query a line, by capability. In it `↵` stands for a new line and `⇥` for a tab.
struct ConformanceFile {
    /// A query that is accepted has a canonical form; one that is refused has the range of what is wrong.
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let query: String
        let canonical: String?
        let wrong: Range<Int>?

        var testDescription: String { "\(file): \(query)" }
    }

    struct PrettyCase: Sendable, CustomTestStringConvertible {
        let query: String
        var pretty: [String]

        var testDescription: String { query }
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Conformance/logql")

    static func names(in part: String) -> [String] {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(part).path)
        return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
    }

    /// The lines that are neither empty nor comments.
    static func lines(_ path: String) -> [String] {
        let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        return (text ?? "").components(separatedBy: "\n").filter { !$0.isEmpty && !$0.hasPrefix("# ") }
    }

    /// The file of pretty forms has a layout of its own.
    static let prettyName = "pretty.txt"

    static func cases(_ name: String) -> [Case] {
        guard name != prettyName else { return [] }
        return lines("parsing/\(name)").map { line in
            let marked = MarkedText(signs(line))
            if let wrong = marked.ranges.first {
                return Case(file: name, query: marked.text, canonical: nil, wrong: wrong)
            }
            let parts = line.components(separatedBy: " → ").map(signs)
            return Case(file: name, query: parts[0], canonical: parts.last, wrong: nil)
        }
    }

    /// A query, and below it its pretty form, moved in by two spaces.
    static var prettyCases: [PrettyCase] {
        var cases: [PrettyCase] = []
        for line in lines("parsing/\(prettyName)") {
            if line.hasPrefix("  "), !cases.isEmpty {
                cases[cases.count - 1].pretty.append(String(line.dropFirst(2)))
            } else {
                cases.append(PrettyCase(query: line, pretty: []))
            }
        }
        return cases
    }

    static let all = names(in: "parsing").flatMap(cases)
    static var accepted: [Case] { all.filter { $0.canonical != nil } }
    static var refused: [Case] { all.filter { $0.wrong != nil } }

    private static func signs(_ text: String) -> String {
        text.replacingOccurrences(of: "↵", with: "\n").replacingOccurrences(of: "⇥", with: "\t")
    }
}
