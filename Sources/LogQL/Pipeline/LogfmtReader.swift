/// Reads `key=value key="value"` as Loki does it.
struct LogfmtReader {
    private let line: Bytes
    private let arena: Arena
    private var offset = 0
    private(set) var key = Bytes.none
    private(set) var value = Bytes.none
    /// The last thing that was wrong.
    private(set) var problem: String?

    init(_ line: Bytes, _ arena: Arena) {
        self.line = line
        self.arena = arena
    }

    var isAtEnd: Bool { offset >= line.count }

    /// Goes to the next key. False where there is none, or something is wrong with it.
    mutating func next() -> Bool {
        key = .none
        value = .none
        while offset < line.count, line[offset] <= 0x20 { offset += 1 }
        guard offset < line.count else { return false }
        let start = offset
        var isASCII = true
        while offset < line.count {
            let byte = line[offset]
            if byte == UInt8(ascii: "=") {
                guard offset > start else { return fail(byte) }
                key = line.slice(start, offset)
                guard isASCII || Self.isValid(key) else {
                    _ = fail("invalid key")
                    return skip()
                }
                return readValue()
            }
            if byte == UInt8(ascii: "\"") { return fail(byte) }
            if byte <= 0x20 { break }
            if byte >= 0x80 { isASCII = false }
            offset += 1
        }
        key = line.slice(start, offset)
        return isASCII || Self.isValid(key) || fail("invalid key")
    }

    private mutating func readValue() -> Bool {
        offset += 1
        guard offset < line.count, line[offset] > 0x20 else { return true }
        if line[offset] == UInt8(ascii: "\"") { return readQuoted() }
        let start = offset
        while offset < line.count {
            let byte = line[offset]
            if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"") { return fail(byte) }
            if byte <= 0x20 { break }
            offset += 1
        }
        value = line.slice(start, offset)
        return true
    }

    private mutating func readQuoted() -> Bool {
        let start = offset
        guard let (end, isEscaped) = JSONScan.stringEnd(line, start + 1) else {
            offset = line.count
            return fail("unterminated quoted value")
        }
        offset = end
        value = line.slice(start + 1, end - 1)
        guard isEscaped else { return true }
        guard let plain = LogfmtEscape.unescaped(value, arena) else {
            value = .none
            return fail("invalid quoted value")
        }
        value = plain
        return true
    }

    private static func isValid(_ key: Bytes) -> Bool {
        String(validating: key, as: UTF8.self) != nil && key.find(Bytes("\u{FFFD}")) == nil
    }

    private mutating func fail(_ text: String) -> Bool {
        problem = "logfmt syntax error at pos \(offset + 1) : \(text)"
        return false
    }

    /// A byte that can't stand here: what hangs together with it is passed.
    private mutating func fail(_ byte: UInt8) -> Bool {
        _ = fail("unexpected '\(UnicodeScalar(byte))'")
        return skip()
    }

    private mutating func skip() -> Bool {
        while offset < line.count, line[offset] > 0x20 { offset += 1 }
        return false
    }
}

/// Escapes in quoted values of logfmt: those of JSON, and `\'`.
enum LogfmtEscape {
    static func unescaped(_ text: Bytes, _ arena: Arena) -> Bytes? {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard byte == UInt8(ascii: "\\") else {
                let length = Repair.characterLength(text, index)
                output += length > 0 ? Array(text[index..<index + length]) : Array("\u{FFFD}".utf8)
                index += max(1, length)
                continue
            }
            guard index + 1 < text.count else { return nil }
            index += 2
            switch text[index - 1] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"):
                output.append(text[index - 1])
            case UInt8(ascii: "b"): output.append(0x08)
            case UInt8(ascii: "f"): output.append(0x0C)
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "r"): output.append(0x0D)
            case UInt8(ascii: "t"): output.append(0x09)
            case UInt8(ascii: "u"):
                guard let first = unit(text, index - 2) else { return nil }
                index += 4
                var scalar = Unicode.Scalar(first)
                if scalar == nil, first < 0xDC00, let second = unit(text, index), second >= 0xDC00, second < 0xE000 {
                    scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
                    index += 6
                }
                output += Array(UTF8.encode(scalar ?? "\u{FFFD}") ?? .init())
            default: return nil
            }
        }
        return arena.copy(output)
    }

    private static func unit(_ text: Bytes, _ index: Int) -> UInt32? {
        guard index + 6 <= text.count, text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u"),
            text[index + 2..<index + 6].allSatisfy(\.isHexDigit)
        else { return nil }
        return UInt32(text.slice(index + 2, index + 6).string, radix: 16)
    }
}
