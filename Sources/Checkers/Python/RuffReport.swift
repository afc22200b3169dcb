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

    /// Codes of passwords in assignments, arguments and defaults, and of certificates that are not checked: these are told
    /// by the rules that hold for all languages.
    private static let passwords = ["S105", "S106", "S107"]
    private static let unverified = ["S323", "S501"]

    static func command(_ ruff: FoundProgram, _ code: [UInt8]) -> ProcessCommand {
        let arguments = [
            "check", "--isolated", "--no-cache", "--output-format", "json", "--select",
            (["E9", "F"] + passwords + unverified).joined(separator: ","), "--stdin-filename", "snippet.py", "-",
        ]
        return ProcessCommand(ruff.path, arguments, input: code)
    }

    /// - Parameter lines: how many lines of earlier snippets stand before it.
    func findings(in snippet: Snippet, behind lines: Int) -> [Diagnostic] {
        items.filter { $0.location.row > lines && $0.end.row > lines }.map { item in
            let range = snippet.range(
                line: item.location.row - lines, column: item.location.column, endLine: item.end.row - lines,
                endColumn: item.end.column)
            let origin = snippet.origin(of: range)
            let code = item.code ?? "E999"
            if Self.passwords.contains(code) { return SecurityLiteralPassword.finding(at: origin) }
            if Self.unverified.contains(code) { return SecurityInsecureSkipVerify.finding(at: origin) }
            return PythonRuff.found(item.message, code: code, url: item.url, at: origin)
        }
    }
}
