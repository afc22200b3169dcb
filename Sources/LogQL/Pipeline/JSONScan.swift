/// Finds the parts of JSON text without checking more of it than Loki's reader does.
///
/// That reader is lenient: it looks for the ends of strings and brackets, and takes on trust what is between them. What it calls
/// malformed, with which words, is visible in `__error_details__`; so this one follows it step by step.
enum JSONScan {
    enum Kind { case string, number, boolean, null, object, array }

    struct Problem: Error {
        let text: StaticString

        static let object = Problem(text: "Value looks like object, but can't find closing '}' symbol")
        static let array = Problem(text: "Value is array, but can't find closing ']' symbol")
        static let string = Problem(text: "Value is string, but can't find closing '\"' symbol")
        static let malformed = Problem(text: "Malformed JSON error")
        static let unknown = Problem(text: "Unknown value type")
        static let escape = Problem(text: "Encountered an invalid escape sequence in a string")
    }

    /// The next byte that is no white space.
    @inline(__always)
    static func token(_ text: Bytes, _ start: Int) -> Int? {
        var index = start
        while index < text.count {
            let byte = text[index]
            if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return index }
            index += 1
        }
        return nil
    }

    /// Behind the quote that ends a string whose content starts at `start`, and whether there are escapes.
    @inline(__always)
    static func stringEnd(_ text: Bytes, _ start: Int) -> (end: Int, isEscaped: Bool)? {
        guard let base = text.baseAddress else { return nil }
        let raw = UnsafeRawPointer(base)
        var index = start
        var isEscaped = false
        while index < text.count {
            // Eight bytes at a time while they hold neither quote nor backslash.
            while index + 8 <= text.count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let found = zeroBytes(word ^ 0x2222_2222_2222_2222) | zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C)
                if found != 0 {
                    index += found.trailingZeroBitCount >> 3
                    break
                }
                index += 8
            }
            guard index < text.count else { return nil }
            let byte = base[index]
            if byte == UInt8(ascii: "\"") { return (index + 1, isEscaped) }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                index += 1
            }
            index += 1
        }
        return nil
    }

    /// The lowest zero byte is marked exactly; marks above it may be false.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// Behind the bracket that closes the one at `start`.
    static func blockEnd(_ text: Bytes, _ start: Int, _ open: UInt8, _ close: UInt8) -> Int? {
        var level = 0
        var index = start
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\""):
                guard let string = stringEnd(text, index + 1) else { return nil }
                index = string.end
                continue
            case open: level += 1
            case close:
                level -= 1
                if level == 0 { return index + 1 }
            default: break
            }
            index += 1
        }
        return nil
    }

    struct Value {
        /// Of a string: without its quotes.
        var content: Bytes
        var kind: Kind
        var end: Int
        var isEscaped = false
    }

    /// The value that stands at `start`, white space before it aside.
    @inline(__always)
    static func value(_ text: Bytes, _ start: Int) throws(Problem) -> Value {
        guard let begin = token(text, start) else { throw .malformed }
        switch text[begin] {
        case UInt8(ascii: "\""):
            guard let (end, isEscaped) = stringEnd(text, begin + 1) else { throw .string }
            return Value(content: text.slice(begin + 1, end - 1), kind: .string, end: end, isEscaped: isEscaped)
        case UInt8(ascii: "["):
            guard let end = blockEnd(text, begin, UInt8(ascii: "["), UInt8(ascii: "]")) else { throw .array }
            return Value(content: text.slice(begin, end), kind: .array, end: end)
        case UInt8(ascii: "{"):
            guard let end = blockEnd(text, begin, UInt8(ascii: "{"), UInt8(ascii: "}")) else { throw .object }
            return Value(content: text.slice(begin, end), kind: .object, end: end)
        default:
            var end = begin
            loop: while end < text.count {
                switch text[end] {
                case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): break loop
                default: end += 1
                }
            }
            let content = text.slice(begin, end)
            switch text[begin] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                return Value(content: content, kind: .number, end: end)
            case UInt8(ascii: "t"), UInt8(ascii: "f"):
                guard content.equals(Bytes("true")) || content.equals(Bytes("false")) else { throw .unknown }
                return Value(content: content, kind: .boolean, end: end)
            case UInt8(ascii: "n"), UInt8(ascii: "u"):
                guard content.equals(Bytes("null")) else { throw .unknown }
                return Value(content: content, kind: .null, end: end)
            default: throw .unknown
            }
        }
    }

    /// Calls `body` with each key (without escapes) and value of the object in `text`, until it says to stop.
    /// - Returns: whether all were gone through.
    @inline(__always)
    static func eachField<Failure: Error>(
        _ text: Bytes, _ arena: Arena, fail: (Problem) -> Failure, _ body: (Bytes, Value) throws(Failure) -> Bool
    ) throws(Failure) -> Bool {
        guard var offset = token(text, 0), text[offset] == UInt8(ascii: "{") else { throw fail(.object) }
        guard let first = token(text, offset + 1) else { throw fail(.malformed) }
        offset = first
        if text[offset] == UInt8(ascii: "}") { return true }
        while offset < text.count {
            if text[offset] == UInt8(ascii: "}") { return true }
            guard text[offset] == UInt8(ascii: "\"") else { throw fail(.object) }
            guard let (end, isEscaped) = stringEnd(text, offset + 1) else { throw fail(.malformed) }
            var key = text.slice(offset + 1, end - 1)
            if isEscaped {
                guard let plain = JSONEscape.unescaped(key, arena) else { throw fail(.escape) }
                key = plain
            }
            guard let colon = token(text, end), text[colon] == UInt8(ascii: ":") else { throw fail(.malformed) }
            let value: Value
            do { value = try Self.value(text, colon + 1) } catch { throw fail(error) }
            guard try body(key, value) else { return false }
            guard let comma = token(text, value.end) else { throw fail(.array) }
            if text[comma] == UInt8(ascii: "}") { return true }
            guard text[comma] == UInt8(ascii: ",") else { throw fail(.object) }
            guard let next = token(text, comma + 1) else { throw fail(.array) }
            offset = next
        }
        throw fail(.object)
    }
}
