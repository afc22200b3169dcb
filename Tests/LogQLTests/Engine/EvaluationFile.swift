import Foundation
import LogQL
import Testing

/// A file of Tests/Conformance/logql/evaluation: streams of lines, `---`, and queries with their answers. Times are seconds behind
/// 1700000000 s since 1970.
struct EvaluationFile {
    struct Case: Sendable, CustomTestStringConvertible {
        var file: String
        /// `at 60s: query`
        var question: String
        var answer: [String]

        var testDescription: String { "\(file): \(question)" }
    }

    static let base: Int64 = 1_700_000_000_000_000_000

    let dataset: Dataset
    let cases: [Case]

    static let names = ConformanceFile.names(in: "evaluation")

    init(_ name: String) {
        let text = (try? String(contentsOf: ConformanceFile.folder.appendingPathComponent("evaluation/\(name)"), encoding: .utf8)) ?? ""
        let parts = text.components(separatedBy: "\n---\n")
        dataset = Self.dataset(parts[0].components(separatedBy: "\n"))
        var cases: [Case] = []
        for line in (parts.count > 1 ? parts[1] : "").components(separatedBy: "\n") {
            if line.hasPrefix("  ") {
                cases[cases.count - 1].answer.append(String(line.dropFirst(2)))
            } else if !line.isEmpty, !line.hasPrefix("#") {
                cases.append(Case(file: name, question: line, answer: []))
            }
        }
        self.cases = cases
    }

    // MARK: - Data

    private static func dataset(_ lines: [String]) -> Dataset {
        var dataset = Dataset()
        var stream = LabelSet([:])
        for line in lines where !line.hasPrefix("#") && !line.isEmpty {
            if line.hasPrefix("{") {
                stream = LabelSet(labels(line))
                continue
            }
            let parts = line.dropFirst(2).components(separatedBy: " ‖ ")
            let time = parts[0].prefix { $0 != " " }
            var text = String(parts[0].dropFirst(time.count + 1))
            if text.hasPrefix("\""), text.contains("\\") { text = json("[\(text)]") ?? text }
            dataset.append(
                stream, time: moment(String(time)), line: Array(text.utf8),
                metadata: parts.count > 1 ? labels(parts[1]) : [])
        }
        dataset.finish()
        return dataset
    }

    private static func json(_ text: String) -> String? {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String])?.first
    }

    private static func labels(_ text: String) -> [Label] {
        text.matches(of: /([\w.]+)="([^"]*)"/).map { Label(name: String($0.1), value: String($0.2)) }
    }

    /// `1.5s`, in nanoseconds since 1970.
    static func moment(_ text: String) -> Int64 {
        base + nanoseconds(text)
    }

    static func nanoseconds(_ text: String) -> Int64 {
        let parts = text.dropLast().components(separatedBy: ".")
        let fraction = parts.count > 1 ? Int64(parts[1].padding(toLength: 9, withPad: "0", startingAt: 0)) ?? 0 : 0
        let whole = (Int64(parts[0]) ?? 0) * 1_000_000_000
        return text.hasPrefix("-") ? whole - fraction : whole + fraction
    }
}
