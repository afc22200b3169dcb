/// Finds the simple commands of a shell script, and their words with places.
///
/// It reads what bash reads, as far as needed to know where a command begins and which words it gets: quotes,
/// expansions, substitutions, here-documents, control structure. It expects a script that bash accepts; of any other
/// it makes what it can.
struct ShellReader {
    let bytes: [UInt8]
    /// In the order in which they end, those inside of substitutions before the one around them.
    private(set) var commands: [SimpleCommand] = []
    /// The names of functions that the script defines.
    private(set) var functions: Set<String> = []
    /// Whether the script ends inside of something: a quote, a here-document, a loop, behind a `|`.
    private(set) var isOpen = false

    var offset = 0
    var nesting = 0
    private var structure = 0
    private var endsInOperator = false
    private var hereDocuments: [(delimiter: [UInt8], stripsTabs: Bool, expands: Bool)] = []
    /// Deeper substitutions are passed over.
    static let maximumNesting = 100

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        while !isAtEnd { readList(until: nil) }
        isOpen = isOpen || structure > 0 || endsInOperator || !hereDocuments.isEmpty
    }

    var isAtEnd: Bool { offset >= bytes.count }

    func byte(_ ahead: Int = 0) -> UInt8 {
        offset + ahead < bytes.count ? bytes[offset + ahead] : 0
    }

    func starts(with text: String) -> Bool { bytes[min(offset, bytes.count)...].starts(with: text.utf8) }

    mutating func markOpen() { isOpen = true }

    /// Reads commands up to a closing byte, which is read too, or to the end of a clause of `case`.
    mutating func readList(until close: UInt8?, inCase: Bool = false) {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting < Self.maximumNesting else {
            offset = bytes.count
            return
        }
        while true {
            skipBlanks()
            guard !isAtEnd else {
                if close != nil { markOpen() }
                return
            }
            let next = byte()
            if next == close {
                offset += 1
                endsInOperator = false
                return
            }
            switch next {
            case UInt8(ascii: "\n"):
                offset += 1
                readHereDocuments()
            case UInt8(ascii: ";"):
                if inCase, starts(with: ";;") || starts(with: ";&") { return }
                offset += 1
            case UInt8(ascii: "&") where byte(1) == UInt8(ascii: ">"): readCommand(close)
            case UInt8(ascii: "&"), UInt8(ascii: "|"):
                endsInOperator = next == UInt8(ascii: "|") || byte(1) == next
                offset += endsInOperator && byte(1) == next ? 2 : 1
            case UInt8(ascii: "("):
                if byte(1) == next {
                    skipArithmetic()
                } else {
                    offset += 1
                    readList(until: UInt8(ascii: ")"))
                }
            case UInt8(ascii: ")"): offset += 1
            default:
                if inCase, plainWord == "esac" { return }
                endsInOperator = false
                readCommand(close)
            }
        }
    }

    private mutating func readCommand(_ close: UInt8?) {
        let word = plainWord
        switch word {
        case "if", "while", "until", "{":
            if word == "if" || word == "{" { structure += 1 }
            offset += word.utf8.count
        case "do":
            structure += 1
            offset += 2
        case "fi", "done", "}":
            structure -= 1
            offset += word.utf8.count
        case "then", "else", "elif", "!", "coproc", "esac": offset += word.utf8.count
        case "time":
            offset += 4
            skipBlanks()
            if plainWord == "-p" { offset += 2 }
        case "for", "select": readFor(word.utf8.count)
        case "case": readCase()
        case "function":
            offset += 8
            skipBlanks()
            functions.insert(readWord(close).pattern)
            skipBlanks()
            if starts(with: "()") { offset += 2 }
        case "[[": readCondition()
        default: readSimpleCommand(close)
        }
    }

    private mutating func readFor(_ length: Int) {
        offset += length
        skipBlanks()
        if starts(with: "((") { return skipArithmetic() }
        _ = readWord(nil)
        skipBlanksAndNewlines()
        guard plainWord == "in" else { return }
        offset += 2
        skipBlanks()
        while !isAtEnd, byte() != UInt8(ascii: ";"), byte() != UInt8(ascii: "\n") {
            let start = offset
            _ = readWord(nil)
            if offset == start { offset += 1 }
            skipBlanks()
        }
    }

    private mutating func readCase() {
        offset += 4
        skipBlanks()
        _ = readWord(nil)
        skipBlanksAndNewlines()
        guard plainWord == "in" else { return }
        offset += 2
        while true {
            skipBlanksAndNewlines()
            guard !isAtEnd else { return markOpen() }
            if plainWord == "esac" {
                offset += 4
                return
            }
            while !isAtEnd, byte() != UInt8(ascii: ")") {
                let start = offset
                _ = readWord(nil)
                if offset == start { offset += 1 }
            }
            offset += 1
            readList(until: nil, inCase: true)
            while byte() == UInt8(ascii: ";") || byte() == UInt8(ascii: "&") { offset += 1 }
        }
    }

    private mutating func readCondition() {
        offset += 2
        while !isAtEnd {
            skipBlanksAndNewlines()
            if plainWord == "]]" {
                offset += 2
                return
            }
            let start = offset
            _ = readWord(nil)
            if offset == start { offset += 1 }
        }
        markOpen()
    }

    private mutating func readSimpleCommand(_ close: UInt8?) {
        var command = SimpleCommand()
        defer { if !command.words.isEmpty || !command.assignments.isEmpty { commands.append(command) } }
        while true {
            skipBlanks()
            let next = byte()
            if isAtEnd || next == UInt8(ascii: "\n") || next == UInt8(ascii: ";") || next == UInt8(ascii: "|")
                || next == UInt8(ascii: ")") || next == close
            {
                return
            }
            if next == UInt8(ascii: "&"), byte(1) != UInt8(ascii: ">") { return }
            if next == UInt8(ascii: "(") {
                offset += 1
                skipBlanks()
                guard byte() == UInt8(ascii: ")"), command.words.count == 1 else { return }
                offset += 1
                functions.insert(command.words.removeLast().pattern)
                return
            }
            if let operation = redirection() {
                readRedirection(operation, close, into: &command)
                continue
            }
            let start = offset
            if command.words.isEmpty, assignmentLength() != nil {
                command.assignments.append(readAssignment(close))
            } else {
                command.words.append(readWord(close))
            }
            if offset == start { offset += 1 }
        }
    }

    // MARK: Redirections

    /// The redirection that stands here, with its descriptor.
    private func redirection() -> (length: Int, operation: String)? {
        var index = offset
        while index < bytes.count, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") { index += 1 }
        let rest = bytes[index...]
        if rest.starts(with: "<(".utf8) || rest.starts(with: ">(".utf8) { return nil }
        let operations = ["<<<", "<<-", "<<", "<&", "<>", "<", ">>", ">&", ">|", ">", "&>>", "&>"]
        guard let operation = operations.first(where: { rest.starts(with: $0.utf8) }) else { return nil }
        return (index - offset + operation.utf8.count, operation)
    }

    private mutating func readRedirection(
        _ found: (length: Int, operation: String), _ close: UInt8?, into command: inout SimpleCommand
    ) {
        offset += found.length
        skipBlanks()
        let target = readWord(close)
        command.redirections.append(.init(operation: found.operation, target: target))
        guard found.operation == "<<" || found.operation == "<<-" else { return }
        let isQuoted = target.bytes.contains { $0.quoting != .none } || target.bytes.count != target.range.count
        hereDocuments.append((target.bytes.values, found.operation == "<<-", !isQuoted))
    }

    private mutating func readHereDocuments() {
        let waiting = hereDocuments
        hereDocuments = []
        for document in waiting {
            var isClosed = false
            while !isAtEnd, !isClosed {
                let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                var line = bytes[offset..<end]
                if document.stripsTabs { line = line.drop { $0 == UInt8(ascii: "\t") } }
                isClosed = line.elementsEqual(document.delimiter)
                if document.expands, !isClosed { readSubstitutions(to: end) }
                offset = max(offset, min(end + 1, bytes.count))
            }
            if !isClosed { markOpen() }
        }
    }

    private mutating func readSubstitutions(to end: Int) {
        while offset < end {
            if byte() == UInt8(ascii: "\\") {
                offset = min(offset + 2, bytes.count)
            } else if byte() == UInt8(ascii: "$"), byte(1) == UInt8(ascii: "(") {
                readExpansion()
            } else {
                offset += 1
            }
        }
    }
}
