/// Where a number ends, by the rules of Go's text scanner: prefixes, underscores, fractions, exponents.
enum NumberScan {
    /// - Parameter fail: is told what Go's scanner refuses.
    static func end(of query: [UInt8], from start: Int, _ fail: (String, Range<Int>) -> Void) -> Int {
        var scan = State(query: query, offset: start)
        var base = 10
        var prefix: UInt8 = 0
        if scan.byte == UInt8(ascii: "0") {
            scan.offset += 1
            switch scan.byte | 0x20 {
            case UInt8(ascii: "x"): (base, prefix) = (16, UInt8(ascii: "x"))
            case UInt8(ascii: "o"): (base, prefix) = (8, UInt8(ascii: "o"))
            case UInt8(ascii: "b"): (base, prefix) = (2, UInt8(ascii: "b"))
            default: (base, prefix) = (8, UInt8(ascii: "0"))
            }
            if prefix != UInt8(ascii: "0") { scan.offset += 1 }
        }
        // `0b` may begin a size (`0B`): Go reads the prefix all the same, and refuses a number without digits.
        let digitsStart = scan.offset
        let invalid = scan.digits(base: base)
        var hasDigits = scan.offset > digitsStart || prefix == UInt8(ascii: "0")
        var isFloat = false
        if scan.byte == UInt8(ascii: ".") {
            isFloat = true
            if prefix == UInt8(ascii: "o") || prefix == UInt8(ascii: "b") {
                fail("a fraction of another base", start..<scan.offset)
            }
            scan.offset += 1
            let fraction = scan.offset
            _ = scan.digits(base: base == 16 ? 16 : 10)
            hasDigits = hasDigits || scan.offset > fraction
        }
        if !hasDigits { fail("a number without digits", start..<scan.offset) }
        let exponent = scan.byte | 0x20
        if exponent == UInt8(ascii: "e") || exponent == UInt8(ascii: "p") {
            if exponent == UInt8(ascii: "p"), prefix != UInt8(ascii: "x") {
                fail("the exponent `p` belongs to hexadecimal numbers", scan.offset..<scan.offset + 1)
            }
            if exponent == UInt8(ascii: "e"), prefix != 0, prefix != UInt8(ascii: "0") {
                fail("the exponent `e` belongs to decimal numbers", scan.offset..<scan.offset + 1)
            }
            isFloat = true
            scan.offset += 1
            if scan.byte == UInt8(ascii: "+") || scan.byte == UInt8(ascii: "-") { scan.offset += 1 }
            let digits = scan.offset
            _ = scan.digits(base: 10)
            if scan.offset == digits { fail("an exponent without digits", start..<scan.offset) }
        } else if prefix == UInt8(ascii: "x"), isFloat {
            fail("a hexadecimal fraction needs the exponent `p`", start..<scan.offset)
        }
        if !isFloat, let invalid { fail("an invalid digit in a number of base \(base)", invalid..<invalid + 1) }
        return scan.offset
    }

    private struct State {
        let query: [UInt8]
        var offset: Int
        var byte: UInt8 { offset < query.count ? query[offset] : 0 }

        /// Passes digits and underscores; returns the first that is too large for the base.
        mutating func digits(base: Int) -> Int? {
            var invalid: Int?
            while true {
                if byte.isDigit {
                    if invalid == nil, Int(byte &- 48) >= base { invalid = offset }
                } else if !(byte == UInt8(ascii: "_") || (base == 16 && (byte | 0x20) &- 97 < 6)) {
                    return invalid
                }
                offset += 1
            }
        }
    }
}
