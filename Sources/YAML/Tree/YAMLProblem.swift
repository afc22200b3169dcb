import Diagnostics

/// Says in an author's terms what libyaml complains of in those of its grammar.
struct YAMLProblem {
    let diagnostic: Diagnostic

    init(_ problem: YAMLEvent.Problem, in text: YAMLText) {
        let bytes = text.bytes
        let word = Self.word(at: problem.offset, in: bytes)
        if problem.text.contains("tab character") || bytes[word].first == UInt8(ascii: "\t") {
            let tabs = bytes[problem.offset...].prefix { $0 == UInt8(ascii: "\t") }
            diagnostic = YAMLTab.finding(at: text.origin(of: problem.offset..<problem.offset + tabs.count))
            return
        }
        if problem.text.hasPrefix("Maximum nesting level") {
            // libyaml's own limit is higher, but it reads brackets ahead.
            let place = text.origin(of: problem.offset..<min(problem.offset + 1, bytes.count))
            diagnostic = YAMLTooDeep.finding(limit: YAMLStream.maximumDepth, at: place)
            return
        }
        let found = word.isEmpty ? "the end of the text" : "`\(text.string(word))`"
        let said = Self.said(problem, found: found, bytes: bytes)
        var range = word
        var related: [Diagnostic.Label] = []
        if let begin = problem.contextOffset {
            let opening = Self.word(at: begin, in: bytes)
            switch said.place {
            case .problem: if let label = said.opening { related = [.init(text.origin(of: opening).span, label)] }
            case .opening: range = begin..<min(begin + 1, bytes.count)
            case .escape: range = problem.offset..<min(problem.offset + 2, bytes.count)
            case .openingLine: range = begin..<Self.lineEnd(from: begin, in: bytes)
            }
        }
        diagnostic = YAMLSyntax.finding(said.message, help: said.help, related: related, at: text.origin(of: range))
    }

    private enum Place { case problem, opening, openingLine, escape }
    private typealias Saying = (message: String, help: String?, place: Place, opening: String?)

    private static func said(_ problem: YAMLEvent.Problem, found: String, bytes: [UInt8]) -> Saying {
        let context = problem.context ?? ""
        switch problem.text {
        case "mapping values are not allowed in this context":
            return (
                "found a `:` that would begin a second value on this line",
                "put the text in quotation marks, or the key on a line of its own", .problem, nil
            )
        case "could not find expected ':'":
            return (
                "this line has no `:` after its key",
                "write `key: value`; indent the line if it continues the value above", .openingLine, nil
            )
        case "did not find expected key":
            return (
                "found \(found), expected a key at the indentation of the mapping",
                "align it with the keys of its mapping, or close the quotation marks or brackets before it", .problem,
                "the mapping begins here"
            )
        case "did not find expected '-' indicator":
            return (
                "found \(found), expected `- ` at the indentation of the list", "align it with the list's elements",
                .problem, "the list begins here"
            )
        case "did not find expected ',' or ']'":
            return (
                "found \(found), expected `,` or `]`", "close the list", .problem, "the list begins here"
            )
        case "did not find expected ',' or '}'":
            return (
                "found \(found), expected `,` or `}`", "close the mapping", .problem, "the mapping begins here"
            )
        case "found unexpected end of stream" where context.contains("quoted"):
            return (
                "this quotation mark is never closed", "close it, or double it if it is part of the text", .opening, nil
            )
        case "found unexpected document indicator":
            return ("this quotation mark is not closed before the document ends", "close it", .opening, nil)
        case "found unknown escape character":
            return (
                "found a backslash with a letter that YAML has no meaning for",
                #"write `\\` for a backslash, or use single quotation marks, where it has no meaning"#, .escape, nil
            )
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            return (
                "found \(found), expected the number of a character in hexadecimal digits",
                #"write two digits after `\x`, four after `\u`, eight after `\U`"#, .problem, nil
            )
        case "found character that cannot start any token":
            return ("no value can begin with \(found)", "put the value in quotation marks", .problem, nil)
        case "block sequence entries are not allowed in this context":
            return ("a list can't begin here", "put `- ` on a line of its own, below the key", .problem, nil)
        case "mapping keys are not allowed in this context":
            return ("a key can't begin here", "put it on a line of its own", .problem, nil)
        case "did not find expected alphabetic or numeric character":
            let (sign, what) = context.contains("alias") ? ("*", "an alias") : ("&", "an anchor")
            return (
                "`\(sign)` begins \(what), which needs a name", "put the value in quotation marks if it is a text",
                .opening, nil
            )
        case "did not find expected comment or line break":
            return (
                "found \(found), expected the end of the line", "begin the text on the line after `|` or `>`", .problem,
                "the text begins here"
            )
        case "did not find expected node content":
            return ("found \(found), expected a value", "remove the comma too many, or add the value", .problem, nil)
        case "did not find expected <document start>":
            return (
                "found \(found), expected the end of the text", "begin a further document with a line `---`", .problem,
                nil
            )
        case "control characters are not allowed":
            return (
                "found a control character", "remove it, or write it as an escape in double quotation marks", .problem,
                nil
            )
        case _ where problem.isOfReader:
            return ("found bytes that are not UTF-8", "save the file as UTF-8", .problem, nil)
        default:
            let during = context.isEmpty ? "" : ", \(context)"
            return ("this is not YAML: \(problem.text)\(during)", nil, .problem, nil)
        }
    }

    /// The word that begins at an offset, or the character there.
    private static func word(at offset: Int, in bytes: [UInt8]) -> Range<Int> {
        let start = min(max(offset, 0), bytes.count)
        var end = start
        while end < bytes.count, end - start < 40, !isEndOfWord(bytes[end]) { end += 1 }
        if end == start, end < bytes.count, !ScalarScan.isBreak(bytes[end]) { end += 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return start..<end
    }

    private static func isEndOfWord(_ byte: UInt8) -> Bool {
        byte <= 0x20 || [UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte)
    }

    private static func lineEnd(from offset: Int, in bytes: [UInt8]) -> Int {
        var end = min(offset, bytes.count)
        while end < bytes.count, !ScalarScan.isBreak(bytes[end]) { end += 1 }
        return end
    }
}
