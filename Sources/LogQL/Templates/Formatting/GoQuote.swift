/// Strings between quotes as Go's strconv writes and reads them.
enum GoQuote {
    static func text(_ bytes: [UInt8]) -> String { String(decoding: quote(bytes), as: UTF8.self) }

    /// strconv.Quote, or with `isASCII` strconv.QuoteToASCII.
    static func quote(_ bytes: [UInt8], isASCII: Bool = false) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        var output = [quote]
        var rest = bytes[...]
        while let first = rest.first {
            let rune = GoUTF8.rune(rest)
            if rune.isInvalid {
                output += Array("\\x".utf8) + hex(UInt32(first), 2)
            } else {
                append(rune.scalar, quote: "\"", isASCII: isASCII, to: &output)
            }
            rest = rest.dropFirst(rune.width)
        }
        return output + [quote]
    }

    /// strconv.QuoteRune.
    static func quote(_ scalar: Unicode.Scalar, isASCII: Bool) -> [UInt8] {
        var output = [UInt8(ascii: "'")]
        append(scalar, quote: "'", isASCII: isASCII, to: &output)
        return output + [UInt8(ascii: "'")]
    }

    private static func append(
        _ scalar: Unicode.Scalar, quote: Unicode.Scalar, isASCII: Bool, to output: inout [UInt8]
    ) {
        if scalar == quote || scalar == "\\" {
            output.append(UInt8(ascii: "\\"))
            return GoUTF8.append(scalar, to: &output)
        }
        if scalar.isGoPrintable, !isASCII || scalar.isASCII { return GoUTF8.append(scalar, to: &output) }
        switch scalar {
        case "\u{7}": output += "\\a".utf8
        case "\u{8}": output += "\\b".utf8
        case "\u{C}": output += "\\f".utf8
        case "\n": output += "\\n".utf8
        case "\r": output += "\\r".utf8
        case "\t": output += "\\t".utf8
        case "\u{B}": output += "\\v".utf8
        case _ where scalar.value < 0x20 || scalar.value == 0x7F: output += Array("\\x".utf8) + hex(scalar.value, 2)
        case _ where scalar.value < 0x10000: output += Array("\\u".utf8) + hex(scalar.value, 4)
        default: output += Array("\\U".utf8) + hex(scalar.value, 8)
        }
    }

    static func hex(_ value: UInt32, _ digits: Int) -> [UInt8] {
        let text = Array(String(value, radix: 16).utf8)
        return Array(repeating: UInt8(ascii: "0"), count: max(0, digits - text.count)) + text
    }

    /// Whether the text may stand unchanged between backticks (strconv.CanBackquote).
    static func canBackquote(_ bytes: [UInt8]) -> Bool {
        GoUTF8.runes(bytes).allSatisfy { rune in
            !rune.isInvalid && rune.scalar != "\u{FEFF}" && rune.scalar != "`" && rune.scalar.value != 0x7F
                && (rune.scalar.value >= 0x20 || rune.scalar == "\t")
        }
    }

    /// The value of a string with its quotes, double ones or backticks; nil if it's none (strconv.Unquote).
    static func unquote(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 2, let quote = bytes.first, bytes.last == quote else { return nil }
        var rest = bytes.dropFirst().dropLast()
        if quote == UInt8(ascii: "`") { return rest.contains(quote) ? nil : rest.filter { $0 != UInt8(ascii: "\r") } }
        var output: [UInt8] = []
        while !rest.isEmpty {
            guard rest.first != UInt8(ascii: "\n"), let next = unquoteCharacter(&rest, quote: quote) else { return nil }
            switch next {
            case .byte(let byte): output.append(byte)
            case .scalar(let scalar): GoUTF8.append(scalar, to: &output)
            }
        }
        return output
    }

    enum Unquoted {
        case byte(UInt8)
        case scalar(Unicode.Scalar)

        var value: Int {
            switch self {
            case .byte(let byte): Int(byte)
            case .scalar(let scalar): Int(scalar.value)
            }
        }
    }

    /// Takes one character, or an escape for one (strconv.UnquoteChar).
    static func unquoteCharacter(_ rest: inout ArraySlice<UInt8>, quote: UInt8) -> Unquoted? {
        guard let first = rest.first, first != quote else { return nil }
        guard first == UInt8(ascii: "\\") else {
            let rune = GoUTF8.rune(rest)
            rest = rest.dropFirst(rune.width)
            return rune.scalar.isASCII ? .byte(first) : .scalar(rune.scalar)
        }
        rest = rest.dropFirst()
        guard let escape = rest.popFirst() else { return nil }
        switch escape {
        case UInt8(ascii: "a"): return .byte(7)
        case UInt8(ascii: "b"): return .byte(8)
        case UInt8(ascii: "f"): return .byte(12)
        case UInt8(ascii: "n"): return .byte(10)
        case UInt8(ascii: "r"): return .byte(13)
        case UInt8(ascii: "t"): return .byte(9)
        case UInt8(ascii: "v"): return .byte(11)
        case UInt8(ascii: "\\"): return .byte(escape)
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return escape == quote ? .byte(escape) : nil
        case UInt8(ascii: "x"): return number(&rest, 2, 16).map { .byte(UInt8(truncatingIfNeeded: $0)) }
        case UInt8(ascii: "u"): return number(&rest, 4, 16).flatMap(Unicode.Scalar.init).map { .scalar($0) }
        case UInt8(ascii: "U"): return number(&rest, 8, 16).flatMap(Unicode.Scalar.init).map { .scalar($0) }
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            guard let tail = number(&rest, 2, 8) else { return nil }
            return UInt8(exactly: UInt32(escape - 0x30) << 6 | tail).map { .byte($0) }
        default: return nil
        }
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ digits: Int, _ radix: UInt32) -> UInt32? {
        guard rest.count >= digits else { return nil }
        var value: UInt32 = 0
        for byte in rest.prefix(digits) {
            guard let digit = byte.hexValue, UInt32(digit) < radix else { return nil }
            value = value &* radix &+ UInt32(digit)
        }
        rest = rest.dropFirst(digits)
        return value
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit.
    var hexValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}
