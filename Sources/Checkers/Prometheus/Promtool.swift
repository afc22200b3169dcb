import Diagnostics
import Proofs

/// Asks promtool about queries and rules.
struct Promtool: Sendable {
    static let program = Program(
        "promtool", installation: "apt-get install prometheus", purpose: "reads PromQL, checks and tests rules")

    let found: FoundProgram

    init?(_ toolbox: Toolbox) async {
        guard let found = await toolbox.find(Self.program) else { return nil }
        self.found = found
    }

    /// What promtool says of one of several queries.
    struct Complaint: Sendable, Equatable {
        /// The number of the query.
        let query: Int
        let message: String
        /// Bytes of the query, from its line and column; nil where promtool names none.
        let offset: Int?
    }

    /// Reads queries, all in one run.
    /// - Returns: nil complaints where promtool gave no answer; the outcome says how.
    func check(_ queries: [[UInt8]]) async -> (complaints: [Complaint]?, outcome: ProcessOutcome) {
        // As rules of a file: promtool has no command for a query alone. JSON strings are YAML.
        var text = "groups:\n- name: queries\n  rules:\n"
        for (index, query) in queries.enumerated() {
            let expression = JSONValue.string(String(decoding: query, as: UTF8.self)).text(pretty: false)
            text += "  - record: query_\(index)\n    expr: \(expression)\n"
        }
        guard let file = TemporaryText(Array(text.utf8), ending: "yml") else {
            return (nil, ProcessOutcome(end: .notStarted(reason: "no temporary file can be written")))
        }
        defer { file.remove() }
        let outcome = await ProcessCommand(found.path, ["check", "rules", file.path]).run()
        let printed = outcome.outputText + "\n" + outcome.errorText
        let complaints = printed.split(separator: "\n").compactMap { Self.complaint($0, queries) }
        switch outcome.end {
        case .exited(0): return ([], outcome)
        case .exited where !complaints.isEmpty: return (complaints, outcome)
        default: return (nil, outcome)
        }
    }

    /// `…, "query_3": could not parse expression: 1:18: parse error: unclosed left parenthesis`
    private static func complaint(_ line: Substring, _ queries: [[UInt8]]) -> Complaint? {
        guard let mark = line.firstRange(of: "\"query_"), let end = line[mark.upperBound...].firstIndex(of: "\""),
            let number = Int(line[mark.upperBound..<end]), queries.indices.contains(number)
        else { return nil }
        let rest = line[end...].dropFirst(3)
        let text = rest.firstRange(of: "could not parse expression: ").map { rest[$0.upperBound...] } ?? rest
        let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let row = Int(parts[0]), let column = Int(parts[1]) else {
            return Complaint(query: number, message: String(text), offset: nil)
        }
        let message = parts[2].trimmingPrefix(" ").trimmingPrefix("parse error: ")
        return Complaint(
            query: number, message: String(message), offset: offset(row: row, column: column, in: queries[number]))
    }

    private static func offset(row: Int, column: Int, in query: [UInt8]) -> Int {
        var start = 0
        for _ in 1..<max(1, row) {
            guard let newline = query[start...].firstIndex(of: 0x0A) else { break }
            start = newline + 1
        }
        return min(max(0, start + column - 1), query.count)
    }

    /// What promtool says of a file: `FILE: 5:15: group "g", …`, or `FILE: yaml: …:` with lines `line 6: …` behind it.
    func fileComplaints(in outcome: ProcessOutcome, path: String) -> [(line: Int?, message: String)] {
        let prefix = path + ": "
        var complaints: [(line: Int?, message: String)] = []
        for line in (outcome.outputText + "\n" + outcome.errorText).split(separator: "\n") {
            let text = line.trimmingPrefix { $0 == " " }
            if line.hasPrefix(prefix) {
                let rest = line.dropFirst(prefix.count)
                let parts = rest.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
                if parts.count == 3, let row = Int(parts[0]), Int(parts[1]) != nil {
                    complaints.append((row, String(parts[2].trimmingPrefix(" "))))
                } else if !rest.hasSuffix("errors:") {
                    complaints.append((nil, String(rest)))
                }
            } else if text.hasPrefix("line "), let colon = text.firstIndex(of: ":"),
                let row = Int(text[..<colon].dropFirst(5))
            {
                complaints.append((row, String(text[text.index(after: colon)...].trimmingPrefix(" "))))
            }
        }
        return complaints
    }
}
