/// A lexer for languages made of words, numbers, quoted strings, operators and comments; a language is data for it.
struct WordLexer: Sendable {
    var words: WordTable
    var isCaseSensitive = true
    /// Bytes other than letters, digits and `_` that stand inside names.
    var nameBytes: [UInt8] = []
    var lineComments: [StaticString] = []
    var blockComment: (open: StaticString, close: StaticString)?
    /// Quotes whose strings know escapes.
    var quotes: [UInt8] = [UInt8(ascii: "\"")]
    /// Quotes whose strings are taken as they are.
    var rawQuotes: [UInt8] = []
    var hasTripleQuotes = false
    /// What a name is when this follows it (after spaces): an attribute before `=`, a function before `(`.
    var following: [(byte: UInt8, kind: HighlightToken.Kind)] = []
    /// What a string is when this follows it: a key of JSON before `:`.
    var stringBeforeColon: HighlightToken.Kind = .string
    /// Whether `-` and `.` may join digits and letters into one number (`5m`, `10s`, `1.5h`, `512MB`).
    var hasUnits = false
    /// A byte that makes a name a variable: `$`, or `@` for decorators.
    var sigils: [UInt8] = []
    var operators: [UInt8] = Array("=!<>+-*/%^|&~:?".utf8)

    func run(_ scanner: inout CodeScanner) {
        while !scanner.isAtEnd {
            let byte = scanner.byte
            if byte.isSpace {
                scanner.advance(while: \.isSpace)
            } else if startsComment(scanner) {
                comment(&scanner)
            } else if quotes.contains(byte) || rawQuotes.contains(byte) {
                string(&scanner, quote: byte)
            } else if byte.isDigit {
                number(&scanner)
            } else if sigils.contains(byte),
                scanner.byte(ahead: 1).isWord || scanner.byte(ahead: 1) == UInt8(ascii: "{")
            {
                let start = scanner.offset
                scanner.advance()
                scanner.advance(while: \.isWord)
                scanner.emit(.variable, from: start)
            } else if byte.isWord {
                word(&scanner)
            } else if operators.contains(byte) {
                let start = scanner.offset
                scanner.advance { operators.contains($0) }
                // An operator may run into a comment of the same bytes, as `--` does.
                scanner.emit(.operator, from: start)
            } else {
                scanner.emit(.punctuation, length: 1)
            }
        }
    }

    private func startsComment(_ scanner: CodeScanner) -> Bool {
        lineComments.contains { scanner.starts(with: $0) }
            || blockComment.map { scanner.starts(with: $0.open) } ?? false
    }

    private func comment(_ scanner: inout CodeScanner) {
        let start = scanner.offset
        if let blockComment, scanner.starts(with: blockComment.open) {
            scanner.advance(blockComment.open.utf8CodeUnitCount)
            while !scanner.isAtEnd, !scanner.starts(with: blockComment.close) { scanner.advance() }
            scanner.advance(blockComment.close.utf8CodeUnitCount)
        } else {
            scanner.advanceToLineEnd()
        }
        scanner.emit(.comment, from: start)
    }

    private func string(_ scanner: inout CodeScanner, quote: UInt8) {
        let isTriple = hasTripleQuotes && scanner.byte(ahead: 1) == quote && scanner.byte(ahead: 2) == quote
        let hasEscapes = quotes.contains(quote)
        var start = scanner.offset
        let opening = scanner.tokens.count
        scanner.advance(isTriple ? 3 : 1)
        while !scanner.isAtEnd {
            if hasEscapes, scanner.byte == UInt8(ascii: "\\") {
                scanner.emit(.string, from: start)
                scanner.emit(.escape, length: 2)
                start = scanner.offset
            } else if scanner.byte == quote,
                !isTriple || (scanner.byte(ahead: 1) == quote && scanner.byte(ahead: 2) == quote)
            {
                scanner.advance(isTriple ? 3 : 1)
                break
            } else if hasEscapes, !isTriple, scanner.byte == UInt8(ascii: "\n") {
                break
            } else {
                scanner.advance()
            }
        }
        let isKey =
            stringBeforeColon != .string && scanner.tokens.count == opening && follows(scanner, UInt8(ascii: ":"))
        scanner.emit(isKey ? stringBeforeColon : .string, from: start)
    }

    private func number(_ scanner: inout CodeScanner) {
        let start = scanner.offset
        scanner.advance {
            $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || (hasUnits && $0.isLetter)
        }
        if (scanner.byte | 0x20) == UInt8(ascii: "e") || (scanner.byte | 0x20) == UInt8(ascii: "x") {
            scanner.advance()
            if scanner.byte == UInt8(ascii: "-") || scanner.byte == UInt8(ascii: "+") { scanner.advance() }
            scanner.advance { $0.isDigit || $0.isLetter }
        }
        scanner.emit(.number, from: start)
    }

    private func word(_ scanner: inout CodeScanner) {
        let start = scanner.offset
        scanner.advance { $0.isWord || nameBytes.contains($0) }
        if let kind = words[scanner.wordHash(from: start, isCaseSensitive: isCaseSensitive)] {
            scanner.emit(kind, from: start)
        } else if let rule = following.first(where: { follows(scanner, $0.byte) }) {
            scanner.emit(rule.kind, from: start)
        }
    }

    /// Whether this byte comes next on the line, after blanks. A second `=` makes it a comparison.
    private func follows(_ scanner: CodeScanner, _ byte: UInt8) -> Bool {
        var distance = 0
        while scanner.byte(ahead: distance).isBlank { distance += 1 }
        return scanner.byte(ahead: distance) == byte
    }
}
