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

    /// What the program said; lines that a pattern does not read are passed over.
    ///
    /// - Parameter output: where findings are lines of JSON it must have nothing else.
    /// - Returns: nil where it has.
    func findings(output: String, errors: String) -> [Finding]? {
        guard let pattern else {
            let decoder = JSONDecoder()
            let read = { (line: Substring) in try? decoder.decode(Finding.self, from: Data(line.utf8)) }
            let told = output.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }.map(read)
            guard !told.contains(where: { $0 == nil }) else { return nil }
            return told.compactMap { $0 } + errors.split(whereSeparator: \.isNewline).compactMap(read)
        }
        let lines = (output + "\n" + errors).split(whereSeparator: \.isNewline)
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
