// Languages that are read line by line.

/// What a terminal showed: commands after their prompt, the rest is what they printed.
enum ConsoleLexer {
    @Sendable static func run(_ scanner: inout CodeScanner) {
        while !scanner.isAtEnd {
            let start = scanner.offset
            if scanner.starts(with: "$ ") || scanner.starts(with: "# ") || scanner.starts(with: "> ") {
                scanner.emit(.prompt, length: 2)
                scanner.nested(until: commandEnd(scanner), ShellLexer.run)
            } else {
                scanner.advanceToLineEnd()
                scanner.emit(.output, from: start)
            }
            scanner.advance()
        }
    }

    /// A command goes on over lines that end with a backslash.
    private static func commandEnd(_ scanner: CodeScanner) -> Int {
        var index = scanner.offset
        while index < scanner.end {
            if scanner.byte(at: index) == UInt8(ascii: "\n"), scanner.byte(at: index - 1) != UInt8(ascii: "\\") {
                break
            }
            index += 1
        }
        return index
    }
}

/// nginx's configuration: directives, blocks, variables.
enum NginxLexer {
    @Sendable static func run(_ scanner: inout CodeScanner) {
        var expectsDirective = true
        while !scanner.isAtEnd {
            let byte = scanner.byte
            let start = scanner.offset
            switch byte {
            case _ where byte.isSpace: scanner.advance()
            case UInt8(ascii: "#"):
                scanner.advanceToLineEnd()
                scanner.emit(.comment, from: start)
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"):
                scanner.emit(.punctuation, length: 1)
                expectsDirective = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                scanner.advance()
                while !scanner.isAtEnd, scanner.byte != byte {
                    scanner.advance(scanner.byte == UInt8(ascii: "\\") ? 2 : 1)
                }
                scanner.advance()
                scanner.emit(.string, from: start)
                expectsDirective = false
            case UInt8(ascii: "$"):
                scanner.advance()
                scanner.advance(while: \.isWord)
                scanner.emit(.variable, from: start)
            default:
                scanner.advance { !$0.isSpace && !"{};$\"'".utf8.contains($0) }
                if scanner.offset == start { scanner.advance() }
                if expectsDirective {
                    scanner.emit(.keyword, from: start)
                } else if (start..<scanner.offset).allSatisfy({ scanner.byte(at: $0).isDigit }) {
                    scanner.emit(.number, from: start)
                }
                expectsDirective = false
            }
        }
    }
}

/// Files of sections, keys and values.
enum INILexer {
    @Sendable static func run(_ scanner: inout CodeScanner) {
        while !scanner.isAtEnd {
            scanner.advance(while: \.isBlank)
            let start = scanner.offset
            switch scanner.byte {
            case UInt8(ascii: "["):
                scanner.advanceToLineEnd()
                scanner.emit(.type, from: start)
            case UInt8(ascii: "#"), UInt8(ascii: ";"):
                scanner.advanceToLineEnd()
                scanner.emit(.comment, from: start)
            default:
                scanner.advance { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "\n") }
                if scanner.byte == UInt8(ascii: "=") {
                    scanner.emit(.attribute, from: start)
                    scanner.emit(.operator, length: 1)
                    let value = scanner.offset
                    scanner.advanceToLineEnd()
                    scanner.emit(.string, from: value)
                }
            }
            scanner.advance()
        }
    }
}

/// What changed between two texts.
enum DiffLexer {
    @Sendable static func run(_ scanner: inout CodeScanner) {
        while !scanner.isAtEnd {
            let start = scanner.offset
            let first = scanner.byte
            let isHeading = scanner.starts(with: "@@") || scanner.starts(with: "+++") || scanner.starts(with: "---")
            scanner.advanceToLineEnd()
            switch first {
            case _ where isHeading: scanner.emit(.type, from: start)
            case UInt8(ascii: "+"): scanner.emit(.inserted, from: start)
            case UInt8(ascii: "-"): scanner.emit(.deleted, from: start)
            default: break
            }
            scanner.advance()
        }
    }
}

/// A request or an answer: the first line, headers, then a body that stays plain.
enum HTTPLexer {
    @Sendable static func run(_ scanner: inout CodeScanner) {
        let start = scanner.offset
        scanner.advance { !$0.isSpace }
        scanner.emit(.keyword, from: start)
        scanner.advanceToLineEnd()
        scanner.advance()
        while !scanner.isAtEnd, scanner.byte != UInt8(ascii: "\n"), scanner.byte != UInt8(ascii: "\r") {
            let name = scanner.offset
            scanner.advance { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\n") }
            if scanner.byte == UInt8(ascii: ":") {
                scanner.emit(.attribute, from: name)
                scanner.emit(.punctuation, length: 1)
                let value = scanner.offset
                scanner.advanceToLineEnd()
                scanner.emit(.string, from: value)
            }
            scanner.advance()
        }
        scanner.advance(scanner.end - scanner.offset)
    }
}
