import Diagnostics
import Foundation
import Proofs

/// What ruff says of a text.
struct RuffReport {
    private struct Item: Decodable {
        struct Place: Decodable {
            let row: Int
            /// In characters, from 1.
            let column: Int
        }

        let code: String?
        let message: String
        let url: String?
        let location: Place
        let end: Place

        enum CodingKeys: String, CodingKey {
            case code, message, url, location
            case end = "end_location"
        }
    }

    private let items: [Item]

    init?(_ outcome: ProcessOutcome) {
        guard outcome.end == .exited(0) || outcome.end == .exited(1) else { return nil }
        guard let items = try? JSONDecoder().decode([Item].self, from: Data(outcome.output)) else { return nil }
        self.items = items
    }

    static func command(_ ruff: FoundProgram, _ code: [UInt8]) -> ProcessCommand {
        let arguments = [
            "check", "--isolated", "--no-cache", "--output-format", "json", "--select", "E9,F", "--stdin-filename",
            "snippet.py", "-",
        ]
        return ProcessCommand(ruff.path, arguments, input: code)
    }

    /// - Parameter lines: how many lines of earlier snippets stand before it.
    func findings(in snippet: Snippet, behind lines: Int) -> [Diagnostic] {
        items.filter { $0.location.row > lines && $0.end.row > lines }.map { item in
            let range = snippet.range(
                line: item.location.row - lines, column: item.location.column, endLine: item.end.row - lines,
                endColumn: item.end.column)
            return PythonRuff.found(
                item.message, code: item.code ?? "E999", url: item.url, at: snippet.origin(of: range))
        }
    }
}
