/// Numbers as Go's strconv reads and writes them.
enum GoNumber {
    /// The shortest digits without an exponent: strconv.FormatFloat(value, 'f', -1, 64).
    static func plainText(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        let (sign, digits, exponent) = decimal(value)
        if exponent <= 0 {
            return sign + (digits == "0" ? "0" : "0." + String(repeating: "0", count: -exponent) + digits)
        }
        if exponent >= digits.count { return sign + digits + String(repeating: "0", count: exponent - digits.count) }
        return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent)
    }

    /// fmt.Sprint of a float64: the shortest digits, with an exponent below 1e-4 and from a million on.
    static func text(_ value: Double) -> String {
        if value.isNaN || value.isInfinite || value == 0 {
            return value == 0 && value.sign == .minus ? "-0" : plainText(value)
        }
        let (sign, digits, exponent) = decimal(value)
        guard exponent - 1 < -4 || exponent - 1 >= 6 else { return plainText(value) }
        let power = exponent - 1
        let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
        let shown = abs(power) < 10 ? "0\(abs(power))" : "\(abs(power))"
        return sign + digits.prefix(1) + fraction + "e" + (power < 0 ? "-" : "+") + shown
    }

    /// fmt's `%f`: six digits after the point.
    static func fixedText(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return GoFloat.text(value, UInt8(ascii: "f"), precision: 6)
    }

    /// The shortest digits that give the value again, and where their point stands: 0.digits × 10^exponent.
    private static func decimal(_ value: Double) -> (sign: String, digits: String, exponent: Int) {
        let sign = value.sign == .minus ? "-" : ""
        if value == 0 { return (sign, "0", 0) }
        var mantissa = value.magnitude.description
        var exponent = 0
        if let mark = mantissa.firstIndex(of: "e") {
            exponent = Int(mantissa[mantissa.index(after: mark)...]) ?? 0
            mantissa = String(mantissa[..<mark])
        }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        var digits = String(parts[0]) + (parts.count > 1 ? String(parts[1]) : "")
        exponent += parts[0].count
        while digits.hasPrefix("0"), digits.count > 1 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
        return (sign, digits, exponent)
    }
}
