/// Escapes in strings of JSON.
enum JSONEscape {
    /// The text without its escapes; nil where one is wrong.
    static func unescaped(_ text: Bytes, _ arena: Arena) -> Bytes? {
        guard text.contains(UInt8(ascii: "\\")) else { return text }
        let output = arena.room(text.count)
        var count = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard byte == UInt8(ascii: "\\") else {
                output[count] = byte
                count += 1
                index += 1
                continue
            }
            guard index + 1 < text.count else { return nil }
            if text[index + 1] == UInt8(ascii: "u") {
                guard let (scalar, length) = unicode(text, index) else { return nil }
                for unit in UTF8.encode(scalar) ?? .init() {
                    output[count] = unit
                    count += 1
                }
                index += length
            } else {
                guard let plain = short(text[index + 1]) else { return nil }
                output[count] = plain
                count += 1
                index += 2
            }
        }
        return Bytes(rebasing: output[..<count])
    }

    private static func short(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// A character of `\uXXXX`, or of two of them that make a pair.
    private static func unicode(_ text: Bytes, _ index: Int) -> (Unicode.Scalar, Int)? {
        guard let first = hex(text, index) else { return nil }
        if first < 0xD800 || first > 0xDFFF { return Unicode.Scalar(first).map { ($0, 6) } }
        guard let second = hex(text, index + 6), second >= 0xDC00 else { return nil }
        let value = 0x10000 &+ ((first &- 0xD800) << 10) &+ (second &- 0xDC00)
        // Two that are no pair make no character.
        return (Unicode.Scalar(value) ?? "\u{FFFD}", 12)
    }

    private static func hex(_ text: Bytes, _ index: Int) -> UInt32? {
        guard index + 6 <= text.count else { return nil }
        var value: UInt32 = 0
        for digit in text[index + 2..<index + 6] {
            guard digit.isHexDigit else { return nil }
            value = value << 4 | UInt32(digit.isDigit ? digit - 48 : (digit | 0x20) - 87)
        }
        return value
    }
}

/// Text that is not UTF-8.
enum Repair {
    /// The text with a space for each byte that belongs to no character, and for each replacement character.
    static func spaced(_ text: Bytes, _ arena: Arena) -> Bytes {
        if text.isASCII { return text }
        // Nothing to mend is the usual case.
        if String(validating: text, as: UTF8.self) != nil, text.find(Bytes("\u{FFFD}")) == nil { return text }
        let output = arena.room(text.count)
        var count = 0
        var index = 0
        while index < text.count {
            let length = characterLength(text, index)
            if length == 0 || (length == 3 && text.slice(index, index + 3).equals(Bytes("\u{FFFD}"))) {
                output[count] = 0x20
                count += 1
                index += max(1, length)
            } else {
                for byte in text[index..<index + length] {
                    output[count] = byte
                    count += 1
                }
                index += length
            }
        }
        return Bytes(rebasing: output[..<count])
    }

    /// In bytes; 0 where no character stands.
    static func characterLength(_ text: Bytes, _ index: Int) -> Int {
        let first = text[index]
        if first < 0x80 { return 1 }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, index + length <= text.count else { return 0 }
        return String(validating: text[index..<index + length], as: UTF8.self) == nil ? 0 : length
    }
}
