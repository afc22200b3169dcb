/// Colours YAML: keys, values, comments, anchors, block scalars.
enum YAMLLexer {
    @Sendable static func run(_ scanner: inout CodeScanner) {
        // The indentation of the key that a block scalar belongs to, while inside one.
        var scalarIndent: Int?
        while !scanner.isAtEnd {
            let lineStart = scanner.offset
            scanner.advance(while: \.isBlank)
            let indent = scanner.offset - lineStart
            if scanner.byte == UInt8(ascii: "\n") || scanner.byte == UInt8(ascii: "\r") {
                scanner.advance()
                continue
            }
            if let parent = scalarIndent {
                if indent > parent {
                    let start = scanner.offset
                    scanner.advanceToLineEnd()
                    scanner.emit(.string, from: start)
                    scanner.advance()
                    continue
                }
                scalarIndent = nil
            }
            if line(&scanner) { scalarIndent = indent }
            scanner.advance()
        }
    }

    /// One line, up to its break. Returns whether it opens a block scalar.
    private static func line(_ scanner: inout CodeScanner) -> Bool {
        if scanner.starts(with: "---") || scanner.starts(with: "...") {
            scanner.emit(.punctuation, length: 3)
        }
        var opensBlock = false
        while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "\n") {
            let byte = scanner.byte
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): scanner.advance()
            case UInt8(ascii: "#") where isAfterBlank(scanner):
                let start = scanner.offset
                scanner.advanceToLineEnd()
                scanner.emit(.comment, from: start)
            case UInt8(ascii: "-") where isBlankOrEnd(scanner.byte(ahead: 1)): scanner.emit(.punctuation, length: 1)
            case UInt8(ascii: ":") where isBlankOrEnd(scanner.byte(ahead: 1)): scanner.emit(.punctuation, length: 1)
            case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","):
                scanner.emit(.punctuation, length: 1)
            case UInt8(ascii: "|"), UInt8(ascii: ">"):
                opensBlock = true
                let start = scanner.offset
                scanner.advance { !$0.isSpace }
                scanner.emit(.operator, from: start)
            case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
                let start = scanner.offset
                scanner.advance { !$0.isSpace && $0 != UInt8(ascii: ",") }
                scanner.emit(byte == UInt8(ascii: "!") ? .type : .variable, from: start)
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(&scanner, byte)
            default: plain(&scanner)
            }
        }
        return opensBlock
    }

    private static func quoted(_ scanner: inout CodeScanner, _ quote: UInt8) {
        let start = scanner.offset
        scanner.advance()
        while !scanner.isAtEnd, scanner.byte != quote {
            scanner.advance(quote == UInt8(ascii: "\"") && scanner.byte == UInt8(ascii: "\\") ? 2 : 1)
        }
        scanner.advance()
        scanner.emit(isKey(scanner) ? .attribute : .string, from: start)
    }

    private static func plain(_ scanner: inout CodeScanner) {
        let start = scanner.offset
        var last = start
        while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "\n") {
            let byte = scanner.byte
            if byte == UInt8(ascii: ":"), isBlankOrEnd(scanner.byte(ahead: 1)) { break }
            if byte == UInt8(ascii: "#"), isAfterBlank(scanner) { break }
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { break }
            scanner.advance()
            if !byte.isSpace { last = scanner.offset }
        }
        let kind: HighlightToken.Kind? = isKey(scanner) ? .attribute : value(scanner, start..<last)
        // Blanks behind the value stay out of the token.
        if let kind { scanner.emitPassed(kind, start..<last) }
    }

    private static func value(_ scanner: CodeScanner, _ range: Range<Int>) -> HighlightToken.Kind? {
        var hash = WordTable.seed
        var isNumber = true
        for index in range {
            let byte = scanner.byte(at: index)
            hash = WordTable.next(hash, byte)
            let isInside = index > range.lowerBound
            isNumber = isNumber && (byte.isDigit || (isInside && (byte == UInt8(ascii: ".") || byte.isLetter)))
        }
        if let word = words[hash] { return word }
        return isNumber ? .number : .string
    }

    private static let words = WordTable([.keyword: "true false null yes no on off ~"])

    private static func isKey(_ scanner: CodeScanner) -> Bool {
        var distance = 0
        while scanner.byte(ahead: distance).isBlank { distance += 1 }
        return scanner.byte(ahead: distance) == UInt8(ascii: ":") && isBlankOrEnd(scanner.byte(ahead: distance + 1))
    }

    private static func isBlankOrEnd(_ byte: UInt8) -> Bool { byte.isSpace || byte == 0 }

    private static func isAfterBlank(_ scanner: CodeScanner) -> Bool {
        let before = scanner.byte(ahead: -1)
        return scanner.offset == 0 || before.isSpace
    }
}

extension CodeScanner {
    /// Notes a run that was passed already.
    mutating func emitPassed(_ kind: HighlightToken.Kind, _ range: Range<Int>) {
        let here = offset
        rewind(to: range.upperBound)
        emit(kind, from: range.lowerBound)
        advance(here - offset)
    }
}
