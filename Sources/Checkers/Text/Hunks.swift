import Diagnostics
import Proofs

/// The hunks of a unified difference, and whether their heads count right. A difference without heads is only shown.
struct Hunks {
    private(set) var findings: [Diagnostic] = []

    init(_ snippet: Snippet) {
        var head: (old: Int, new: Int, range: Range<Int>)?
        var counted = (0, 0)
        var start = 0
        func close(_ findings: inout [Diagnostic]) {
            guard let head, counted != (head.old, head.new) else { return }
            findings.append(DiffMalformed.count((head.old, head.new), counted, at: snippet.origin(of: head.range)))
        }
        while start < snippet.code.count {
            let end = snippet.code[start...].firstIndex(of: 0x0A) ?? snippet.code.count
            let line = String(decoding: snippet.code[start..<end], as: UTF8.self)
            if let found = Self.head(line) {
                close(&findings)
                head = (found.old, found.new, start..<end)
                counted = (0, 0)
            } else if line.hasPrefix("--- ") || line.hasPrefix("+++ ") || line.hasPrefix("diff ")
                || line.hasPrefix("index ")
            {
                close(&findings)
                head = nil
            } else if head != nil {
                switch line.first {
                case " ", nil: counted = (counted.0 + 1, counted.1 + 1)
                case "-": counted.0 += 1
                case "+": counted.1 += 1
                case "\\": break
                default: findings.append(DiffMalformed.line(at: snippet.origin(of: start..<end)))
                }
            }
            start = end + 1
        }
        close(&findings)
    }

    /// `@@ -1,3 +1,4 @@`
    private static func head(_ line: String) -> (old: Int, new: Int)? {
        let parts = line.split(separator: " ")
        guard parts.count >= 4, parts[0] == "@@", parts[3] == "@@", parts[1].hasPrefix("-"), parts[2].hasPrefix("+")
        else { return nil }
        func count(_ part: Substring) -> Int? {
            let numbers = part.dropFirst().split(separator: ",")
            return numbers.count > 1 ? Int(numbers[1]) : 1
        }
        guard let old = count(parts[1]), let new = count(parts[2]) else { return nil }
        return (old, new)
    }
}
