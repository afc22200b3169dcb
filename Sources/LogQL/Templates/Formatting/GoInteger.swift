/// Integers as Go's strconv reads them in base 0: with `0x`, `0o`, `0b` or `0` before other bases, and underscores between
/// digits.
enum GoInteger {
    static func parse(_ text: some Collection<UInt8>) -> Int? {
        guard let first = text.first else { return nil }
        let isNegative = first == UInt8(ascii: "-")
        let hasSign = isNegative || first == UInt8(ascii: "+")
        guard let value = parseUnsigned(hasSign ? Array(text.dropFirst()) : Array(text)) else { return nil }
        if isNegative { return value <= Int.min.magnitude ? Int(truncatingIfNeeded: 0 &- value) : nil }
        return Int(exactly: value)
    }

    static func parseUnsigned(_ text: some Collection<UInt8>) -> UInt? {
        var digits = Array(text)[...]
        var radix: UInt = 10
        var hasPrefix = false
        if digits.first == 0x30, digits.count > 1 {
            let known: [UInt8: UInt] = [UInt8(ascii: "x"): 16, UInt8(ascii: "o"): 8, UInt8(ascii: "b"): 2]
            let marked = digits.count > 2 ? known[digits[1] | 0x20] : nil
            radix = marked ?? 8
            hasPrefix = true
            digits = digits.dropFirst(marked == nil ? 1 : 2)
        }
        guard !digits.isEmpty else { return nil }
        var value: UInt = 0
        var isAfterDigit = hasPrefix
        var hasUnderscore = false
        for byte in digits {
            if byte == UInt8(ascii: "_") {
                guard isAfterDigit else { return nil }
                isAfterDigit = false
                hasUnderscore = true
                continue
            }
            guard let digit = byte.hexValue, digit < radix else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: radix)
            let (sum, overflows) = product.addingReportingOverflow(UInt(digit))
            guard !overflow, !overflows else { return nil }
            value = sum
            isAfterDigit = true
        }
        return hasUnderscore && !isAfterDigit ? nil : value
    }

    /// The plain decimal form, without prefixes or underscores (strconv.ParseInt in base 10).
    static func parseDecimal(_ text: [UInt8]) -> Int? {
        var digits = text[...]
        if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            digits = digits.dropFirst()
        }
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
        return Int(String(decoding: text, as: UTF8.self))
    }
}
