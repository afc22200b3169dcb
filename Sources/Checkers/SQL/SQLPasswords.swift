import Diagnostics

/// Finds passwords that are written out: `CREATE ROLE reader PASSWORD 'x'`.
enum SQLPasswords {
    /// - Parameter statement: bytes of `code`.
    static func findings(in statement: Range<Int>, of code: [UInt8], map: PositionMap) -> [Diagnostic] {
        let word = Array("password".utf8)
        var findings: [Diagnostic] = []
        var index = statement.lowerBound
        while index + word.count < statement.upperBound {
            if let end = SQLStatements.endOfText(in: code, at: index) {
                index = end
                continue
            }
            guard code[index] | 0x20 == word[0],
                code[index..<index + word.count].elementsEqual(word, by: { $0 | 0x20 == $1 })
            else {
                index += 1
                continue
            }
            index += word.count
            let start = code[index..<statement.upperBound].firstIndex { $0 > 0x20 } ?? statement.upperBound
            guard start < statement.upperBound, code[start] == UInt8(ascii: "'"), start > index,
                let end = code[(start + 1)..<statement.upperBound].firstIndex(of: UInt8(ascii: "'")), end > start + 1,
                isLiteral(code[(start + 1)..<end])
            else { continue }
            findings.append(SecurityLiteralPassword.finding(at: map.origin(of: start + 1..<end)))
            index = end + 1
        }
        return findings
    }

    /// `:'password'` of psql, `<password>` and a hash are none.
    private static func isLiteral(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        return first != UInt8(ascii: "<") && first != UInt8(ascii: "$") && first != UInt8(ascii: ":")
            && !text.starts(with: "SCRAM-SHA-256$".utf8) && !text.starts(with: "md5".utf8)
            && !text.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "x") }
    }
}
