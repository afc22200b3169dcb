extension GoPrinter {
    mutating func integer(_ bits: UInt64, isSigned: Bool, _ verb: Unicode.Scalar, _ value: TemplateValue) {
        switch verb {
        case "v" where flags.sharpV && !isSigned:
            let sharp = flags.sharp
            flags.sharp = true
            digits(bits, 16, isSigned: false, verb)
            flags.sharp = sharp
        case "v", "d": digits(bits, 10, isSigned: isSigned, verb)
        case "b": digits(bits, 2, isSigned: isSigned, verb)
        case "o", "O": digits(bits, 8, isSigned: isSigned, verb)
        case "x", "X": digits(bits, 16, isSigned: isSigned, verb)
        case "c": pad(GoUTF8.encode([scalar(bits)]))
        case "q": pad(GoQuote.quote(scalar(bits), isASCII: flags.plus))
        case "U":
            var text = GoUnicodeText.code(bits, digits: max(4, flags.precision ?? 4))
            if flags.sharp, let scalar = UInt32(exactly: bits).flatMap(Unicode.Scalar.init), scalar.isGoPrintable {
                text += " '\(Character(scalar))'"
            }
            padPlainly(Array(text.utf8))
        default: badVerb(verb, value)
        }
    }

    /// The character of that number; U+FFFD if there's none.
    private func scalar(_ bits: UInt64) -> Unicode.Scalar {
        UInt32(exactly: bits).flatMap(Unicode.Scalar.init) ?? GoUTF8.replacement
    }

    private mutating func digits(_ bits: UInt64, _ radix: Int, isSigned: Bool, _ verb: Unicode.Scalar) {
        let isNegative = isSigned && Int64(bitPattern: bits) < 0
        let magnitude = isNegative ? 0 &- bits : bits
        var least = 0
        if let precision = flags.precision {
            least = precision
            // A precision of zero prints zero as nothing.
            if precision == 0, magnitude == 0 {
                let width = flags.width ?? 0
                return write(Array(repeating: 0x20, count: max(0, width)))
            }
        } else if flags.zero, !flags.minus, let width = flags.width {
            least = width - (isNegative || flags.plus || flags.space ? 1 : 0)
        }
        var text = String(magnitude, radix: radix, uppercase: verb == "X")
        text = String(repeating: "0", count: max(0, least - text.utf8.count)) + text
        if flags.sharp {
            switch radix {
            case 2: text = "0b" + text
            case 8: if !text.hasPrefix("0") { text = "0" + text }
            case 16: text = (verb == "X" ? "0X" : "0x") + text
            default: break
            }
        }
        if verb == "O" { text = "0o" + text }
        let sign = isNegative ? "-" : flags.plus ? "+" : flags.space ? " " : ""
        padPlainly(Array((sign + text).utf8))
    }

    mutating func float(_ number: Double, _ verb: Unicode.Scalar, _ value: TemplateValue) {
        switch verb {
        case "v": float(number, UInt8(ascii: "g"), nil)
        case "b", "g", "G", "x", "X": float(number, UInt8(truncatingIfNeeded: verb.value), nil)
        case "f", "F": float(number, UInt8(ascii: "f"), 6)
        case "e", "E": float(number, UInt8(truncatingIfNeeded: verb.value), 6)
        default: badVerb(verb, value)
        }
    }

    private mutating func float(_ number: Double, _ verb: UInt8, _ usual: Int?) {
        let precision = flags.precision ?? usual
        var text = Array(GoFloat.text(number, verb, precision: precision).utf8)
        var sign = UInt8(ascii: "+")
        if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            sign = text.removeFirst()
        }
        if flags.space, sign == UInt8(ascii: "+"), !flags.plus { sign = 0x20 }
        let hasSign = flags.plus || sign != UInt8(ascii: "+")
        if !number.isFinite {
            // The sign of an infinity is always shown, of what isn't a number only where a flag asks for it.
            return padPlainly((number.isInfinite || flags.space || flags.plus ? [sign] : []) + text)
        }
        if flags.sharp, verb != UInt8(ascii: "b") { text = withPoint(text, verb, precision) }
        guard hasSign else { return pad(text) }
        if flags.zero, !flags.minus, let width = flags.width, width > text.count + 1 {
            write([sign])
            writePadding(width - text.count - 1)
            return write(text)
        }
        pad([sign] + text)
    }

    /// The number with a point and, for `%g`, the zeros at its end.
    private func withPoint(_ text: [UInt8], _ verb: UInt8, _ precision: Int?) -> [UInt8] {
        let isHexadecimal = verb | 0x20 == UInt8(ascii: "x")
        let mark = isHexadecimal ? UInt8(ascii: "p") : UInt8(ascii: "e")
        var number = text.prefix { $0 | 0x20 != mark }
        let tail = text.dropFirst(number.count)
        var missing = 0
        if verb | 0x20 == UInt8(ascii: "g") || verb == UInt8(ascii: "x") { missing = precision ?? 6 }
        var hasDigit = false
        for byte in number where byte != UInt8(ascii: ".") {
            if byte != 0x30 { hasDigit = true }
            if hasDigit { missing -= 1 }
        }
        if !number.contains(UInt8(ascii: ".")) {
            if number.elementsEqual([0x30]) { missing -= 1 }
            number.append(UInt8(ascii: "."))
        }
        return number + Array(repeating: 0x30, count: max(0, missing)) + tail
    }

    mutating func complex(_ real: Double, _ imaginary: Double, _ verb: Unicode.Scalar, _ value: TemplateValue) {
        guard ["v", "b", "g", "G", "x", "X", "f", "F", "e", "E"].contains(verb) else { return badVerb(verb, value) }
        let plus = flags.plus
        write("(")
        float(real, verb, value)
        flags.plus = true
        float(imaginary, verb, value)
        write("i)")
        flags.plus = plus
    }
}
