import Glibc

/// A number in decimal digits, exact but for division: what Sprig computes `addf`, `subf`, `mulf` and `divf` with.
struct Decimal {
    /// From the highest digit to the lowest, without zeros at the start; none is zero.
    private var digits: [UInt8]
    /// The power of ten of the lowest digit.
    private var exponent: Int
    private var isNegative: Bool

    /// Nil of what isn't finite.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let (shortest, place) = GoFloat.shortest(value)
        self.init(shortest.map { $0 - 0x30 }, place - shortest.count, value < 0)
        if value == 0 { exponent = 0 }
    }

    private init(_ digits: [UInt8], _ exponent: Int, _ isNegative: Bool) {
        self.digits = Array(digits.drop { $0 == 0 })
        self.exponent = exponent
        self.isNegative = isNegative
    }

    /// The nearest floating-point number.
    var value: Double {
        guard !digits.isEmpty else { return 0 }
        let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        return strtod("\(isNegative ? "-" : "")\(text)e\(exponent)", nil)
    }

    var negated: Decimal { Decimal(digits, exponent, !isNegative) }

    func adding(_ other: Decimal) -> Decimal {
        let low = min(exponent, other.exponent)
        let one = digits + Array(repeating: 0, count: exponent - low)
        let two = other.digits + Array(repeating: 0, count: other.exponent - low)
        if isNegative == other.isNegative { return Decimal(Self.sum(one, two), low, isNegative) }
        return Self.isLess(one, two)
            ? Decimal(Self.difference(two, one), low, other.isNegative)
            : Decimal(Self.difference(one, two), low, isNegative)
    }

    func multiplied(by other: Decimal) -> Decimal {
        var columns = [Int](repeating: 0, count: digits.count + other.digits.count)
        for (i, one) in digits.enumerated() {
            for (j, two) in other.digits.enumerated() { columns[i + j + 1] += Int(one) * Int(two) }
        }
        var carry = 0
        for index in columns.indices.reversed() {
            carry += columns[index]
            columns[index] = carry % 10
            carry /= 10
        }
        return Decimal(columns.map { UInt8($0) }, exponent + other.exponent, isNegative != other.isNegative)
    }

    /// The quotient with 16 digits after the point, half away from zero; nil by zero.
    func divided(by other: Decimal) -> Decimal? {
        guard !other.digits.isEmpty else { return nil }
        let places = 16
        let shift = exponent - other.exponent + places
        let dividend = digits + Array(repeating: 0, count: max(0, shift))
        let divisor = other.digits + Array(repeating: 0, count: max(0, -shift))
        var quotient: [UInt8] = []
        var remainder: [UInt8] = []
        for digit in dividend {
            remainder.append(digit)
            if remainder == [0] { remainder = [] }
            var count: UInt8 = 0
            while !Self.isLess(remainder, divisor) {
                remainder = Array(Self.difference(remainder, divisor).drop { $0 == 0 })
                count += 1
            }
            quotient.append(count)
        }
        if !Self.isLess(Self.sum(remainder, remainder), divisor) { quotient = Self.sum(quotient, [1]) }
        return Decimal(quotient, -places, isNegative != other.isNegative)
    }

    private static func isLess(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (one, other) = (one.drop { $0 == 0 }, other.drop { $0 == 0 })
        return one.count == other.count ? one.lexicographicallyPrecedes(other) : one.count < other.count
    }

    private static func sum(_ one: [UInt8], _ other: [UInt8]) -> [UInt8] {
        let length = max(one.count, other.count) + 1
        var output = [UInt8](repeating: 0, count: length)
        var carry: UInt8 = 0
        for place in 1...length {
            let sum = digit(one, place) + digit(other, place) + carry
            output[length - place] = sum % 10
            carry = sum / 10
        }
        return output
    }

    /// What's left of the first number, which isn't the lesser one.
    private static func difference(_ one: [UInt8], _ other: [UInt8]) -> [UInt8] {
        var output = one
        var borrow: UInt8 = 0
        for place in stride(from: 1, through: one.count, by: 1) {
            let (minuend, subtrahend) = (digit(one, place), digit(other, place) + borrow)
            borrow = minuend < subtrahend ? 1 : 0
            output[one.count - place] = minuend + borrow * 10 - subtrahend
        }
        return output
    }

    /// The digit at a place counted from the end.
    private static func digit(_ digits: [UInt8], _ place: Int) -> UInt8 {
        place <= digits.count ? digits[digits.count - place] : 0
    }
}
