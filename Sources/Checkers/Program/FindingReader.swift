import Foundation

/// Reads what a program says about a text.
struct FindingReader: Sendable {
    struct Finding: Decodable, Equatable {
        /// From 1.
        var line: Int?
        /// In characters, from 1.
        var column: Int?
        var message: String
    }

    /// With the named groups `line`, `column` and `message`; nil where findings are lines of JSON.
    private let pattern: String?

    init(_ pattern: String?) { self.pattern = pattern }

    /// Whether the pattern can be used.
    var isSound: Bool { pattern.map { (try? Regex($0)) != nil && $0.contains("<message>") } ?? true }

    /// What the program said; other lines are passed over.
    func findings(in text: String) -> [Finding] {
        let lines = text.split(whereSeparator: \.isNewline)
        guard let pattern else {
            let decoder = JSONDecoder()
            return lines.compactMap { try? decoder.decode(Finding.self, from: Data($0.utf8)) }
        }
        guard let expression = try? Regex(pattern) else { return [] }
        return lines.compactMap { line in
            guard let match = try? expression.firstMatch(in: String(line)) else { return nil }
            guard let message = match["message"]?.substring else { return nil }
            return Finding(
                line: match["line"]?.substring.flatMap { Int($0) },
                column: match["column"]?.substring.flatMap { Int($0) }, message: String(message))
        }
    }
}
