import Glibc

/// Values of labels read as Go's libraries read them, with the errors that they give.
enum GoText {
    struct Problem: Error {
        let text: String
    }

    // MARK: - Numbers

    /// strconv.ParseFloat.
    static func float(_ text: Bytes) -> Result<Double, Problem> {
        if let quick = plain(text) { return .success(quick) }
        return float(text.string)
    }

    /// Up to 15 digits with a point among them: exact in a double, with no call.
    private static func plain(_ text: Bytes) -> Double? {
        guard !text.isEmpty, text.count <= 16 else { return nil }
        var index = 0
        let isNegative = text[0] == UInt8(ascii: "-")
        if isNegative { index = 1 }
        var digits: Int64 = 0
        var count = 0
        var scale = -1
        while index < text.count {
            let byte = text[index]
            if byte.isDigit {
                digits = digits &* 10 &+ Int64(byte &- 48)
                count += 1
                if scale >= 0 { scale += 1 }
            } else if byte == UInt8(ascii: "."), scale < 0 {
                scale = 0
            } else {
                return nil
            }
            index += 1
        }
        guard count > 0, count <= 15 else { return nil }
        let value = scale > 0 ? Double(digits) / powers[scale] : Double(digits)
        return isNegative ? -value : value
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    static func float(_ text: String) -> Result<Double, Problem> {
        func problem(_ what: String) -> Result<Double, Problem> {
            .failure(Problem(text: "strconv.ParseFloat: parsing \(GoString.quote(text)): \(what)"))
        }
        let lower = text.lowercased()
        switch lower {
        case "inf", "+inf", "infinity", "+infinity": return .success(.infinity)
        case "-inf", "-infinity": return .success(-.infinity)
        case "nan": return .success(.nan)
        default: break
        }
        guard let value = number(lower) else { return problem("invalid syntax") }
        return value.isInfinite ? problem("value out of range") : .success(value)
    }

    /// A number with digits; infinite where it is too large. Underscores may stand between digits, and behind `0x`.
    static func number(_ text: String) -> Double? {
        var body = Array(text.lowercased().utf8)[...]
        let sign = body.first
        if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { body = body.dropFirst() }
        if body.contains(UInt8(ascii: "_")) {
            guard hasGoodUnderscores(body) else { return nil }
            body = body.filter { $0 != UInt8(ascii: "_") }[...]
        }
        guard isNumber(body) else { return nil }
        let value = strtod(String(decoding: body, as: UTF8.self), nil)
        return sign == UInt8(ascii: "-") ? -value : value
    }

    private static func hasGoodUnderscores(_ text: ArraySlice<UInt8>) -> Bool {
        let isHex = text.starts(with: "0x".utf8)
        // A prefix counts as a digit.
        var before = isHex ? UInt8(ascii: "0") : UInt8(ascii: "!")
        for byte in isHex ? text.dropFirst(2) : text {
            let isDigit = byte.isDigit || (isHex && byte.isHexDigit)
            if byte == UInt8(ascii: "_") {
                guard before == UInt8(ascii: "0") else { return false }
            } else if before == UInt8(ascii: "_"), !isDigit {
                return false
            }
            before = isDigit ? UInt8(ascii: "0") : byte == UInt8(ascii: "_") ? byte : UInt8(ascii: "!")
        }
        return before != UInt8(ascii: "_")
    }

    /// Digits with at most one point and an exponent, or the hexadecimal form, whose exponent must be there.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        let isHex = rest.starts(with: "0x".utf8) || rest.starts(with: "0X".utf8)
        if isHex { rest = rest.dropFirst(2) }
        var digits = 0
        var points = 0
        while let byte = rest.first, (isHex ? byte.isHexDigit : byte.isDigit) || byte == UInt8(ascii: ".") {
            if byte == UInt8(ascii: ".") { points += 1 } else { digits += 1 }
            rest = rest.dropFirst()
        }
        guard digits > 0, points < 2 else { return false }
        guard let mark = rest.first else { return !isHex }
        guard mark | 0x20 == UInt8(ascii: isHex ? "p" : "e") else { return false }
        rest = rest.dropFirst()
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
        return !rest.isEmpty && rest.allSatisfy(\.isDigit)
    }

    // MARK: - Durations

    /// time.ParseDuration, in nanoseconds.
    static func duration(_ text: Bytes) -> Result<Int64, Problem> {
        var rest = text
        let shown = { quoted(text) }
        func problem(_ what: String) -> Result<Int64, Problem> { .failure(Problem(text: "time: " + what)) }
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.slice(from: 1)
        }
        if rest.count == 1, rest[0] == UInt8(ascii: "0") { return .success(0) }
        if rest.isEmpty { return problem("invalid duration \(shown())") }
        let limit: UInt64 = 1 << 63
        var total: UInt64 = 0
        while let first = rest.first {
            guard first == UInt8(ascii: ".") || first.isDigit else { return problem("invalid duration \(shown())") }
            var index = 0
            var whole: UInt64 = 0
            while index < rest.count, rest[index].isDigit {
                if whole > limit / 10 { return problem("invalid duration \(shown())") }
                whole = whole * 10 + UInt64(rest[index] - 48)
                if whole > limit { return problem("invalid duration \(shown())") }
                index += 1
            }
            let hasWhole = index > 0
            var fraction: UInt64 = 0
            var scale = 1.0
            var hasFraction = false
            if index < rest.count, rest[index] == UInt8(ascii: ".") {
                index += 1
                var isFull = false
                while index < rest.count, rest[index].isDigit {
                    hasFraction = true
                    if !isFull {
                        if fraction > (limit - 1) / 10 {
                            isFull = true
                        } else {
                            let next = fraction * 10 + UInt64(rest[index] - 48)
                            if next > limit { isFull = true } else { (fraction, scale) = (next, scale * 10) }
                        }
                    }
                    index += 1
                }
            }
            if !hasWhole, !hasFraction { return problem("invalid duration \(shown())") }
            rest = rest.slice(from: index)
            var end = 0
            while end < rest.count, rest[end] != UInt8(ascii: "."), !rest[end].isDigit { end += 1 }
            if end == 0 { return problem("missing unit in duration \(shown())") }
            let name = rest.slice(0, end)
            guard let unit = unit(name) else {
                return problem("unknown unit \(quoted(name)) in duration \(shown())")
            }
            rest = rest.slice(from: end)
            if whole > limit / unit { return problem("invalid duration \(shown())") }
            var value = whole * unit
            if fraction > 0 {
                value += UInt64(Double(fraction) * (Double(unit) / scale))
                if value > limit { return problem("invalid duration \(shown())") }
            }
            total += value
            if total > limit { return problem("invalid duration \(shown())") }
        }
        if isNegative { return .success(Int64(truncatingIfNeeded: 0 &- total)) }
        if total > limit - 1 { return problem("invalid duration \(shown())") }
        return .success(Int64(total))
    }

    private static func unit(_ name: Bytes) -> UInt64? {
        switch name.count {
        case 1:
            switch name[0] {
            case UInt8(ascii: "s"): return 1_000_000_000
            case UInt8(ascii: "m"): return 60_000_000_000
            case UInt8(ascii: "h"): return 3_600_000_000_000
            default: return nil
            }
        case 2:
            guard name[1] == UInt8(ascii: "s") else { return nil }
            switch name[0] {
            case UInt8(ascii: "n"): return 1
            case UInt8(ascii: "u"): return 1_000
            case UInt8(ascii: "m"): return 1_000_000
            default: return nil
            }
        case 3: return name.equals(Bytes("µs")) || name.equals(Bytes("μs")) ? 1_000 : nil
        default: return nil
        }
    }

    /// The package time's own quotes: every byte that is not plain ASCII as `\x…`.
    private static func quoted(_ text: Bytes) -> String {
        var output = "\""
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += "\\" + String(UnicodeScalar(byte))
            case 0x20..<0x7F: output.unicodeScalars.append(UnicodeScalar(byte))
            default: output += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return output + "\""
    }

    // MARK: - Sizes

    /// go-humanize's ParseBytes.
    static func size(_ text: Bytes) -> Result<UInt64, Problem> {
        var end = 0
        while end < text.count, text[end].isDigit || text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ",") {
            end += 1
        }
        let digits = text.slice(0, end).filter { $0 != UInt8(ascii: ",") }
        switch digits.withUnsafeBufferPointer({ float($0) }) {
        case .failure(let problem): return .failure(problem)
        case .success(let number):
            let unit = text.slice(from: end).string.trimmed.lowercased()
            guard let size = units[unit] else { return .failure(Problem(text: "unhandled size name: \(unit)")) }
            let value = number * size
            if value >= 18_446_744_073_709_551_616 { return .failure(Problem(text: "too large: \(text.string)")) }
            return .success(UInt64(value))
        }
    }

    private static let units: [String: Double] = {
        var units: [String: Double] = ["": 1, "b": 1]
        for (power, letter) in ["k", "m", "g", "t", "p", "e"].enumerated() {
            let decimal = pow(1000, Double(power + 1))
            let binary = pow(1024, Double(power + 1))
            units[letter] = decimal
            units[letter + "b"] = decimal
            units[letter + "i"] = binary
            units[letter + "ib"] = binary
        }
        return units
    }()
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var scalars = unicodeScalars[...]
        while scalars.first?.properties.isWhitespace ?? false { scalars = scalars.dropFirst() }
        while scalars.last?.properties.isWhitespace ?? false { scalars = scalars.dropLast() }
        return String(scalars)
    }
}
