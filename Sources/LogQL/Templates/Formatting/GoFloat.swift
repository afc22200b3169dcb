import Glibc

/// Floating-point numbers as Go's strconv reads and writes them.
enum GoFloat {
    /// strconv.ParseFloat; nil where that gives an error, be it for the syntax or for the range.
    static func parse(_ text: some Collection<UInt8>) -> Double? {
        let bytes = Array(text)
        var rest = bytes[...]
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        switch String(decoding: rest, as: UTF8.self).lowercased() {
        case "inf", "infinity": return isNegative ? -.infinity : .infinity
        case "nan": return rest.count == bytes.count ? .nan : nil
        default: break
        }
        let isHexadecimal = rest.count > 2 && rest.first == 0x30 && rest.dropFirst().first.map { $0 | 0x20 } == 0x78
        guard isNumber(isHexadecimal ? rest.dropFirst(2) : rest, isHexadecimal) else { return nil }
        let value = Glibc.strtod(String(decoding: bytes.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self), nil)
        return value.isFinite ? value : nil
    }

    /// Whether these are digits with at most one point, and an exponent, which hexadecimal numbers must have. Underscores
    /// may stand between digits.
    private static func isNumber(_ text: ArraySlice<UInt8>, _ isHexadecimal: Bool) -> Bool {
        let mark = isHexadecimal ? UInt8(ascii: "p") : UInt8(ascii: "e")
        let mantissa = text.prefix { $0 | 0x20 != mark }
        let parts = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }),
            areDigits(parts[0], isHexadecimal, isAfterDigit: isHexadecimal),
            parts.count < 2 || areDigits(parts[1], isHexadecimal, isAfterDigit: false)
        else { return false }
        var exponent = text.dropFirst(mantissa.count)
        guard exponent.popFirst() != nil else { return !isHexadecimal }
        if exponent.first == UInt8(ascii: "-") || exponent.first == UInt8(ascii: "+") {
            exponent = exponent.dropFirst()
        }
        return !exponent.isEmpty && areDigits(exponent, false, isAfterDigit: false)
    }

    private static func areDigits(_ text: ArraySlice<UInt8>, _ isHexadecimal: Bool, isAfterDigit: Bool) -> Bool {
        var isAfterDigit = isAfterDigit
        for byte in text {
            let isDigit = isHexadecimal ? byte.hexValue != nil : byte.isDigit
            guard isDigit || byte == UInt8(ascii: "_") && isAfterDigit else { return false }
            isAfterDigit = isDigit
        }
        return text.last != UInt8(ascii: "_")
    }

    /// strconv.FormatFloat: verbs `e`, `E`, `f`, `g`, `G`, `x`, `X` and `b`, with the shortest digits where the precision is nil.
    static func text(_ value: Double, _ verb: UInt8, precision: Int? = nil) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        let isUpper = verb < 0x60
        let text: String
        switch verb | 0x20 {
        case UInt8(ascii: "e"): text = exponential(value, precision)
        case UInt8(ascii: "f"): text = fixed(value, precision)
        case UInt8(ascii: "x"): text = hexadecimal(value, precision)
        case UInt8(ascii: "b"): text = binary(value)
        default: text = general(value, precision)
        }
        return isUpper ? text.uppercased() : text
    }

    private static func general(_ value: Double, _ precision: Int?) -> String {
        let rounded = precision.map { decimal(exponential(value, max($0, 1) - 1)) } ?? shortest(value)
        var digits = rounded.digits[...]
        while digits.last == 0x30, digits.count > 1 { digits = digits.dropLast() }
        let limit = precision.map { max($0, 1) } ?? 6
        let exponent = value == 0 ? 0 : rounded.exponent
        let power = exponent - 1
        if value != 0, power < -4 || power >= limit {
            return sign(value) + exponentText(Array(digits), power)
        }
        return sign(value) + plain(value == 0 ? [0x30] : Array(digits), value == 0 ? 1 : exponent)
    }

    private static func exponential(_ value: Double, _ precision: Int?) -> String {
        if let precision { return format("%.*e", value, precision) }
        let shortest = shortest(value)
        return sign(value) + exponentText(shortest.digits, value == 0 ? 0 : shortest.exponent - 1)
    }

    private static func fixed(_ value: Double, _ precision: Int?) -> String {
        if let precision { return format("%.*f", value, precision) }
        let shortest = shortest(value)
        return sign(value) + plain(shortest.digits, value == 0 ? 1 : shortest.exponent)
    }

    /// The leading digit is one but for zero, and the power of two has two digits at least.
    private static func hexadecimal(_ value: Double, _ precision: Int?) -> String {
        // The leading digit stands above 60 bits of others.
        var mantissa = value.significandBitPattern << 8
        var power = Int(value.exponentBitPattern) - 1023
        if value.exponentBitPattern > 0 { mantissa |= 1 << 60 } else { power += 1 }
        if value == 0 { power = 0 }
        while mantissa != 0, mantissa & (1 << 60) == 0 {
            mantissa <<= 1
            power -= 1
        }
        if let precision, precision < 15 {
            let lost = UInt64(60 - precision * 4)
            let rest = mantissa & ((1 << lost) - 1)
            mantissa >>= lost
            if rest > 1 << (lost - 1) || rest == 1 << (lost - 1) && mantissa & 1 == 1 { mantissa += 1 }
            mantissa <<= lost
            if mantissa & (1 << 61) != 0 {
                mantissa >>= 1
                power += 1
            }
        }
        var digits = String(mantissa & ((1 << 60) - 1), radix: 16)
        digits = String(repeating: "0", count: 15 - digits.utf8.count) + digits
        if let precision {
            digits = String(digits.prefix(precision)) + String(repeating: "0", count: max(0, precision - 15))
        } else {
            while digits.hasSuffix("0") { digits.removeLast() }
        }
        let shown = abs(power) < 10 ? "0\(abs(power))" : "\(abs(power))"
        return sign(value) + "0x\(mantissa >> 60)" + (digits.isEmpty ? "" : "." + digits) + (power < 0 ? "p-" : "p+")
            + shown
    }

    private static func binary(_ value: Double) -> String {
        let power = value.exponentBitPattern == 0 ? 1 : Int(value.exponentBitPattern)
        let mantissa = value.significandBitPattern | (value.exponentBitPattern == 0 ? 0 : 1 << 52)
        let exponent = power - 1075
        return sign(value) + "\(mantissa)p" + (exponent < 0 ? "" : "+") + "\(exponent)"
    }

    private static func sign(_ value: Double) -> String { value.sign == .minus ? "-" : "" }

    private static func exponentText(_ digits: [UInt8], _ power: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        let shown = abs(power) < 10 ? "0\(abs(power))" : "\(abs(power))"
        return text.prefix(1) + (text.utf8.count > 1 ? "." + text.dropFirst() : "") + "e" + (power < 0 ? "-" : "+")
            + shown
    }

    private static func plain(_ digits: [UInt8], _ exponent: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        if digits == [0x30] { return "0" }
        if exponent <= 0 { return "0." + String(repeating: "0", count: -exponent) + text }
        if exponent >= digits.count { return text + String(repeating: "0", count: exponent - digits.count) }
        return text.prefix(exponent) + "." + text.dropFirst(exponent)
    }

    /// The fewest digits that give the value again, and where their point stands: 0.digits × 10^exponent.
    static func shortest(_ value: Double) -> (digits: [UInt8], exponent: Int) { decimal(value.magnitude.description) }

    private static func decimal(_ text: String) -> (digits: [UInt8], exponent: Int) {
        var digits: [UInt8] = []
        var exponent = 0
        var hasPoint = false
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "e") {
                exponent += Int(String(decoding: rest, as: UTF8.self)) ?? 0
                break
            }
            if byte == UInt8(ascii: ".") { hasPoint = true }
            guard byte.isDigit else { continue }
            if !hasPoint { exponent += 1 }
            digits.append(byte)
        }
        let zeros = digits.prefix { $0 == 0x30 }.count
        if zeros == digits.count { return ([0x30], 1) }
        digits.removeFirst(zeros)
        while digits.last == 0x30 { digits.removeLast() }
        return (digits, exponent - zeros)
    }

    private static func format(_ format: String, _ value: Double, _ precision: Int) -> String {
        self.format(format, [Int32(clamping: precision), value])
    }

    private static func format(_ format: String, _ arguments: [any CVarArg]) -> String {
        let length = Int(withVaList(arguments) { vsnprintf(nil, 0, format, $0) })
        guard length > 0 else { return "" }
        var buffer = [CChar](repeating: 0, count: length + 1)
        _ = withVaList(arguments) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
