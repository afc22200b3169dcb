/// SHA-256 (FIPS 180-4): names a content by 64 digits.
public struct Digest: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    private var block: [UInt8] = []
    private var length: UInt64 = 0

    public init() { block.reserveCapacity(64) }

    /// The digest of some bytes, as 64 hexadecimal digits.
    public static func of(_ bytes: some Sequence<UInt8>) -> String {
        var digest = Digest()
        digest.add(bytes)
        return digest.finish()
    }

    /// Adds bytes. Parts that follow each other are not told apart: see `add(part:)`.
    public mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            block.append(byte)
            length &+= 8
            if block.count == 64 { process() }
        }
    }

    /// Adds a part with its length before it, so that `ab`, `c` and `a`, `bc` differ.
    public mutating func add(part: some Collection<UInt8>) {
        var count = UInt64(part.count)
        withUnsafeBytes(of: &count) { add($0) }
        add(part)
    }

    public mutating func add(part: String) { add(part: part.utf8) }

    /// The digest as 64 hexadecimal digits. Nothing may be added after it.
    public mutating func finish() -> String {
        let bits = length
        add([0x80])
        while block.count != 56 { add([0]) }
        add((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
        return state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    private mutating func process() {
        var words = [UInt32](repeating: 0, count: 64)
        for index in 0..<16 {
            words[index] = block[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        for index in 16..<64 {
            let a = words[index - 15]
            let b = words[index - 2]
            let first = Self.rotate(a, 7) ^ Self.rotate(a, 18) ^ (a >> 3)
            let second = Self.rotate(b, 17) ^ Self.rotate(b, 19) ^ (b >> 10)
            words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let sumE = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
            let choice = (e & f) ^ (~e & g)
            let first = h &+ sumE &+ choice &+ Self.constants[index] &+ words[index]
            let sumA = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ sumA &+ majority)
        }
        for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
        block.removeAll(keepingCapacity: true)
    }

    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
    private static let constants: [UInt32] = {
        var primes: [UInt64] = []
        var candidate: UInt64 = 2
        while primes.count < 64 {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes.map { prime in
            // The largest root with root³ ≤ prime · 2⁹⁶, of which the lower 32 bits are the fraction.
            var (low, high): (UInt64, UInt64) = (0, 1 << 36)
            while high - low > 1 {
                let middle = (low + high) / 2
                if isCubeAtMost(middle, prime) { low = middle } else { high = middle }
            }
            return UInt32(truncatingIfNeeded: low)
        }
    }()

    /// Whether root³ ≤ prime · 2⁹⁶, in 128 bits.
    private static func isCubeAtMost(_ root: UInt64, _ prime: UInt64) -> Bool {
        let wide = UInt128(root)
        return wide * wide * wide <= UInt128(prime) << 96
    }
}
