import Glibc

/// Powers as Go computes them: by squaring, which rounds otherwise in the last place than the C library does.
enum GoPower {
    static func pow(_ base: Double, _ exponent: Double) -> Double {
        // Zeros, infinities and what is no number are the standard's, in Go as in C.
        guard base.isFinite, exponent.isFinite, base != 0, exponent != 0 else { return Glibc.pow(base, exponent) }
        if exponent == 1 { return base }
        if exponent == 0.5 { return base.squareRoot() }
        if exponent == -0.5 { return 1 / base.squareRoot() }
        var whole = abs(exponent).rounded(.down)
        var fraction = abs(exponent) - whole
        if fraction != 0, base < 0 { return .nan }
        if whole >= 9.223372036854775808e18 { return Glibc.pow(base, exponent) }
        var result = 1.0
        var resultExponent = 0
        if fraction != 0 {
            if fraction > 0.5 {
                fraction -= 1
                whole += 1
            }
            result = exp(fraction * log(base))
        }
        var power = base.significand / 2 * (base < 0 ? -1 : 1)
        var powerExponent = Int(base.exponent) + 1
        var bits = Int64(whole)
        while bits != 0 {
            if abs(powerExponent) > 1 << 12 {
                // Far beyond what a double holds, in either direction.
                resultExponent += powerExponent
                break
            }
            if bits & 1 == 1 {
                result *= power
                resultExponent += powerExponent
            }
            power *= power
            powerExponent *= 2
            if power < 0.5 {
                power += power
                powerExponent -= 1
            }
            bits >>= 1
        }
        if exponent < 0 {
            result = 1 / result
            resultExponent = -resultExponent
        }
        return scalbn(result, Int32(clamping: resultExponent))
    }
}
