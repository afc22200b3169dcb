/// Colours shell: commands, words, variables, strings, here-documents.
enum ShellLexer {
    private static let words = WordTable([
        .keyword:
            "if then else elif fi for in do done while until case esac function select return exit break continue",
        .function: "export local readonly declare set unset source trap eval exec cd echo printf read test",
    ])

    private static let operators = Array("|&;<>()".utf8)

    @Sendable static func run(_ scanner: inout CodeScanner) {
        var expectsCommand = true
        var heredoc: [UInt8]?
        while !scanner.isAtEnd {
            let byte = scanner.byte
            switch byte {
            case UInt8(ascii: "\n"):
                scanner.advance()
                expectsCommand = true
                if let mark = heredoc {
                    body(&scanner, until: mark)
                    heredoc = nil
                }
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): scanner.advance()
            case UInt8(ascii: "#") where scanner.offset == 0 || scanner.byte(ahead: -1).isSpace:
                let start = scanner.offset
                scanner.advanceToLineEnd()
                scanner.emit(.comment, from: start)
            case UInt8(ascii: "\\"):
                scanner.emit(.escape, length: 2)
            case UInt8(ascii: "<") where scanner.starts(with: "<<") && !scanner.starts(with: "<<<"):
                heredoc = heredocMark(&scanner)
            case _ where operators.contains(byte):
                scanner.emit(.operator, length: 1)
                expectsCommand = byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
            case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "$"):
                part(&scanner)
                expectsCommand = false
            default:
                expectsCommand = word(&scanner, isCommand: expectsCommand)
            }
        }
    }

    /// A plain word. Returns whether a command may follow: after a keyword or an assignment.
    private static func word(_ scanner: inout CodeScanner, isCommand: Bool) -> Bool {
        let start = scanner.offset
        let first = scanner.byte
        scanner.advance { !$0.isSpace && !operators.contains($0) && !"'\"$\\=".utf8.contains($0) }
        if scanner.offset == start {
            scanner.advance()
            return isCommand
        }
        if scanner.byte == UInt8(ascii: "="), isCommand {
            scanner.emit(.variable, from: start)
            scanner.emit(.operator, length: 1)
            return scanner.byte.isSpace
        }
        if isCommand {
            let kind = words[scanner.wordHash(from: start)] ?? .function
            scanner.emit(kind, from: start)
            return kind == .keyword
        }
        if first == UInt8(ascii: "-"), scanner.offset > start + 1 { scanner.emit(.attribute, from: start) }
        return false
    }

    /// A quoted string or an expansion.
    private static func part(_ scanner: inout CodeScanner) {
        let start = scanner.offset
        switch scanner.byte {
        case UInt8(ascii: "'"):
            scanner.advance()
            scanner.advance { $0 != UInt8(ascii: "'") }
            scanner.advance()
            scanner.emit(.string, from: start)
        case UInt8(ascii: "$"): expansion(&scanner)
        default: doubleQuoted(&scanner)
        }
    }

    private static func doubleQuoted(_ scanner: inout CodeScanner) {
        var start = scanner.offset
        scanner.advance()
        while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "\"") {
            if scanner.byte == UInt8(ascii: "\\") {
                scanner.emit(.string, from: start)
                scanner.emit(.escape, length: 2)
                start = scanner.offset
            } else if scanner.byte == UInt8(ascii: "$"), scanner.byte(ahead: 1) != UInt8(ascii: "\"") {
                scanner.emit(.string, from: start)
                expansion(&scanner)
                start = scanner.offset
            } else {
                scanner.advance()
            }
        }
        scanner.advance()
        scanner.emit(.string, from: start)
    }

    private static func expansion(_ scanner: inout CodeScanner) {
        let start = scanner.offset
        scanner.advance()
        switch scanner.byte {
        case UInt8(ascii: "{"):
            scanner.advance { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\n") }
            scanner.advance()
        case UInt8(ascii: "("):
            scanner.advance()
            scanner.emit(.operator, from: start)
            return
        case let byte where byte.isWord: scanner.advance(while: \.isWord)
        default: scanner.advance()
        }
        scanner.emit(.variable, from: start)
    }

    private static func heredocMark(_ scanner: inout CodeScanner) -> [UInt8] {
        scanner.emit(.operator, length: scanner.byte(ahead: 2) == UInt8(ascii: "-") ? 3 : 2)
        scanner.advance(while: \.isBlank)
        let start = scanner.offset
        scanner.advance { !$0.isSpace && !operators.contains($0) }
        scanner.emit(.string, from: start)
        return (start..<scanner.offset).map { scanner.byte(at: $0) }.filter { $0.isWord }
    }

    private static func body(_ scanner: inout CodeScanner, until mark: [UInt8]) {
        let start = scanner.offset
        while !scanner.isAtEnd {
            let lineStart = scanner.offset
            scanner.advanceToLineEnd()
            let line = (lineStart..<scanner.offset).map { scanner.byte(at: $0) }
            if line.drop(while: { $0 == UInt8(ascii: "\t") }).elementsEqual(mark) { break }
            scanner.advance()
        }
        scanner.emit(.string, from: start)
    }
}
