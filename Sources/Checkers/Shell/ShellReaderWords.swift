extension ShellReader {
    /// Blanks, joined lines, and a comment.
    mutating func skipBlanks() {
        while !isAtEnd {
            if byte() == UInt8(ascii: " ") || byte() == UInt8(ascii: "\t") || byte() == UInt8(ascii: "\r") {
                offset += 1
            } else if starts(with: "\\\n") {
                offset += 2
                if isAtEnd { markOpen() }
            } else if byte() == UInt8(ascii: "#"), offset == 0 || Self.isBreak(bytes[offset - 1]) {
                offset = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            } else {
                return
            }
        }
    }

    mutating func skipBlanksAndNewlines() {
        while true {
            skipBlanks()
            guard byte() == UInt8(ascii: "\n") else { return }
            offset += 1
        }
    }

    /// The word here as it is written, where it needs no quotes: for reserved words.
    var plainWord: String {
        let end = bytes[offset...].firstIndex { Self.isBreak($0) || $0 == UInt8(ascii: "`") } ?? bytes.count
        return String(decoding: bytes[offset..<end], as: UTF8.self)
    }

    static func isBreak(_ byte: UInt8) -> Bool { " \t\r\n;&|<>()".utf8.contains(byte) }

    /// The length of `NAME=`, `NAME+=` or `NAME[index]=`.
    func assignmentLength() -> Int? {
        var index = offset
        guard index < bytes.count, Self.isNameByte(bytes[index]), !Self.isDigit(bytes[index]) else { return nil }
        while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
        if index < bytes.count, bytes[index] == UInt8(ascii: "[") {
            guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
            index = end + 1
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: "+") { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
        return index + 1 - offset
    }

    mutating func readAssignment(_ close: UInt8?) -> ShellWord {
        let start = offset
        guard let length = assignmentLength(), offset + length < bytes.count,
            bytes[offset + length] == UInt8(ascii: "(")
        else { return readWord(close) }
        let name = (start..<start + length).map {
            ShellByte(value: bytes[$0], source: $0..<$0 + 1, quoting: .none)
        }
        offset += length + 1
        let first = offset
        while !isAtEnd, byte() != UInt8(ascii: ")") {
            let before = offset
            _ = readWord(close)
            if offset == before { offset += 1 }
            skipBlanksAndNewlines()
        }
        if isAtEnd { markOpen() } else { offset += 1 }
        // The value of a list is left open.
        return ShellWord(
            range: start..<offset, bytes: name + [ShellByte(value: 0, source: first - 1..<offset, quoting: .none)])
    }

    /// Reads one word; an empty one where none begins here.
    mutating func readWord(_ close: UInt8?) -> ShellWord {
        let start = offset
        var word: [ShellByte] = []
        while !isAtEnd {
            let next = byte()
            let at = offset
            if next == close, next == UInt8(ascii: "`") { break }
            switch next {
            case UInt8(ascii: "\\"):
                offset = min(offset + 2, bytes.count)
                if at + 1 == bytes.count || bytes[at + 1] == UInt8(ascii: "\n") { break }
                word.append(ShellByte(value: bytes[at + 1], source: at..<offset, quoting: .single))
            case UInt8(ascii: "'"): word += readSingle()
            case UInt8(ascii: "\""): word += readDouble()
            case UInt8(ascii: "$") where byte(1) == UInt8(ascii: "'"):
                offset += 1
                word += readSingle(escapes: true)
            case UInt8(ascii: "$"), UInt8(ascii: "`"):
                if let read = readExpansion(.none) { word.append(read) }
            case UInt8(ascii: "<"), UInt8(ascii: ">"):
                guard byte(1) == UInt8(ascii: "(") else { return ShellWord(range: start..<offset, bytes: word) }
                offset += 2
                readList(until: UInt8(ascii: ")"))
                word.append(ShellByte(value: 0, source: at..<offset, quoting: .none))
            default:
                if Self.isBreak(next) { return ShellWord(range: start..<offset, bytes: word) }
                offset += 1
                word.append(ShellByte(value: next, source: at..<offset, quoting: .none))
            }
        }
        return ShellWord(range: start..<offset, bytes: word)
    }

    private mutating func readSingle(escapes: Bool = false) -> [ShellByte] {
        offset += 1
        var word: [ShellByte] = []
        while !isAtEnd, byte() != UInt8(ascii: "'") {
            let at = offset
            offset += 1
            if escapes, bytes[at] == UInt8(ascii: "\\"), !isAtEnd {
                let known: [UInt8: UInt8] = [0x6E: 0x0A, 0x74: 0x09, 0x5C: 0x5C, 0x27: 0x27, 0x22: 0x22, 0x72: 0x0D]
                let value = known[byte()]
                offset += 1
                // Other escapes are left open.
                word.append(ShellByte(value: value ?? 0, source: at..<offset, quoting: .single))
            } else {
                word.append(ShellByte(value: bytes[at], source: at..<offset, quoting: .single))
            }
        }
        if isAtEnd { markOpen() } else { offset += 1 }
        return word
    }

    private mutating func readDouble() -> [ShellByte] {
        offset += 1
        var word: [ShellByte] = []
        while !isAtEnd, byte() != UInt8(ascii: "\"") {
            let at = offset
            switch byte() {
            case UInt8(ascii: "\\") where byte(1) == UInt8(ascii: "\n"): offset += 2
            case UInt8(ascii: "\\") where "\\\"$`".utf8.contains(byte(1)):
                offset += 2
                word.append(ShellByte(value: bytes[at + 1], source: at..<offset, quoting: .double))
            case UInt8(ascii: "$"), UInt8(ascii: "`"):
                if let read = readExpansion(.double) { word.append(read) }
            default:
                offset += 1
                word.append(ShellByte(value: bytes[at], source: at..<offset, quoting: .double))
            }
        }
        if isAtEnd { markOpen() } else { offset += 1 }
        return word
    }

    /// Reads `$name`, `${…}`, `$(…)`, `$((…))` or a command in backticks; a `$` that stands for itself is a byte.
    @discardableResult
    mutating func readExpansion(_ quoting: ShellByte.Quoting = .none) -> ShellByte? {
        let start = offset
        nesting += 1
        defer { nesting -= 1 }
        guard nesting < Self.maximumNesting else {
            offset = bytes.count
            return nil
        }
        let isBacktick = byte() == UInt8(ascii: "`")
        offset += 1
        let next = byte()
        if isBacktick {
            readList(until: UInt8(ascii: "`"))
        } else if next == UInt8(ascii: "("), byte(1) == next {
            skipArithmetic()
        } else if next == UInt8(ascii: "(") {
            offset += 1
            readList(until: UInt8(ascii: ")"))
        } else if next == UInt8(ascii: "{") {
            skipParameter()
        } else if next == UInt8(ascii: "\""), quoting == .none {
            return nil
        } else if Self.isNameByte(next), !Self.isDigit(next) {
            while Self.isNameByte(byte()) { offset += 1 }
        } else if Self.isDigit(next) || (next != 0 && "@*#?$!-".utf8.contains(next)) {
            offset += 1
        } else {
            return ShellByte(value: UInt8(ascii: "$"), source: start..<offset, quoting: quoting)
        }
        return ShellByte(value: 0, source: start..<max(offset, start + 1), quoting: quoting)
    }

    /// `((…))`, with the parentheses inside of it.
    mutating func skipArithmetic() {
        var depth = 0
        while !isAtEnd {
            if byte() == UInt8(ascii: "$"), byte(1) == UInt8(ascii: "("), byte(2) != UInt8(ascii: "(") {
                readExpansion()
                continue
            }
            if byte() == UInt8(ascii: "(") { depth += 1 }
            if byte() == UInt8(ascii: ")") { depth -= 1 }
            offset += 1
            if depth == 0 { return }
        }
        markOpen()
    }

    /// `{…}` behind a `$`.
    private mutating func skipParameter() {
        offset += 1
        while !isAtEnd {
            switch byte() {
            case UInt8(ascii: "}"):
                offset += 1
                return
            case UInt8(ascii: "\\"): offset = min(offset + 2, bytes.count)
            case UInt8(ascii: "\""): _ = readDouble()
            case UInt8(ascii: "$"), UInt8(ascii: "`"): readExpansion(.double)
            default: offset += 1
            }
        }
        markOpen()
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || isDigit(byte)
            || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
