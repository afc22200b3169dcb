/// A place in code, with the tokens found so far. All reading is bounded: past the end stands a zero byte.
struct CodeScanner {
    private let code: UnsafeBufferPointer<UInt8>
    private(set) var offset = 0
    private(set) var tokens: [HighlightToken] = []
    private(set) var end: Int

    init(_ code: UnsafeBufferPointer<UInt8>) {
        self.code = code
        end = code.count
        tokens.reserveCapacity(code.count / 6)
    }

    var isAtEnd: Bool { offset >= end }
    var byte: UInt8 { offset < end ? code[offset] : 0 }

    func byte(ahead distance: Int) -> UInt8 {
        let index = offset + distance
        return index >= 0 && index < end ? code[index] : 0
    }

    func byte(at index: Int) -> UInt8 { index >= 0 && index < end ? code[index] : 0 }

    mutating func advance(_ count: Int = 1) { offset = min(offset + count, end) }

    mutating func advance(while matches: (UInt8) -> Bool) {
        while offset < end, matches(code[offset]) { offset += 1 }
    }

    /// Goes back to a place that was passed.
    mutating func rewind(to earlier: Int) { offset = min(max(earlier, 0), offset) }

    /// Moves to the end of the line, before its line break.
    mutating func advanceToLineEnd() { advance { $0 != UInt8(ascii: "\n") } }

    /// Whether the code goes on with this text.
    func starts(with text: StaticString) -> Bool {
        guard offset + text.utf8CodeUnitCount <= end else { return false }
        for index in 0..<text.utf8CodeUnitCount where code[offset + index] != text.utf8Start[index] { return false }
        return true
    }

    /// Notes what was passed since `start`.
    mutating func emit(_ kind: HighlightToken.Kind, from start: Int) {
        if start < offset { tokens.append(HighlightToken(start..<offset, kind)) }
    }

    mutating func emit(_ kind: HighlightToken.Kind, length: Int) {
        let start = offset
        advance(length)
        emit(kind, from: start)
    }

    /// Runs another lexer on a part of the code.
    mutating func nested(until limit: Int, _ lexer: (inout CodeScanner) -> Void) {
        let outer = end
        end = min(max(limit, offset), outer)
        lexer(&self)
        offset = end
        end = outer
    }

    /// A hash of the bytes passed since `start`, to look words up without making strings of them.
    func wordHash(from start: Int, isCaseSensitive: Bool = true) -> UInt64 {
        var hash = WordTable.seed
        for index in start..<offset {
            let byte = code[index]
            let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            hash = WordTable.next(hash, !isCaseSensitive && isUpper ? byte | 0x20 : byte)
        }
        return hash
    }
}

/// Words and what they are, looked up by a hash of their bytes.
struct WordTable: Sendable {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    private var kinds: [UInt64: HighlightToken.Kind] = [:]

    /// Each text holds words with spaces between them.
    init(_ words: KeyValuePairs<HighlightToken.Kind, String>) {
        for (kind, text) in words {
            for word in text.utf8.split(separator: UInt8(ascii: " ")) {
                kinds[word.reduce(Self.seed, Self.next)] = kind
            }
        }
    }

    subscript(hash: UInt64) -> HighlightToken.Kind? { kinds[hash] }
}

extension UInt8 {
    var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    var isSpace: Bool { isBlank || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
    /// Bytes of names in most languages; those of letters beyond ASCII count as such.
    var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self >= 0x80 }
}
