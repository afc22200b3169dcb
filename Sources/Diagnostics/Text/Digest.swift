/// SHA-256 (FIPS 180-4): names a content by 64 digits.
public struct Digest: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// Bytes that wait for a block to be whole: fewer than 64.
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
        if bytes.withContiguousStorageIfAvailable({ add(UnsafeRawBufferPointer($0)) }) == nil {
            Array(bytes).withUnsafeBytes { add($0) }
        }
    }

    /// Whole blocks are read where they lie; what is left over waits for more.
    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        length &+= 8 &* UInt64(bytes.count)
        var rest = bytes[...]
        if !block.isEmpty {
            let head = rest.prefix(64 - block.count)
            block.append(contentsOf: head)
            rest = rest[head.endIndex...]
            guard block.count == 64 else { return }
            block.withUnsafeBytes { Self.process($0[...], &state) }
            block.removeAll(keepingCapacity: true)
        }
        while rest.count >= 64 {
            Self.process(rest.prefix(64), &state)
            rest = rest.dropFirst(64)
        }
        block.append(contentsOf: rest)
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
        let zeros = (119 - block.count) % 64
        add([0x80] + [UInt8](repeating: 0, count: zeros))
        add((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
        return state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// Mixes a block of 64 bytes into the state (6.2.2).
    private static func process(_ block: Slice<UnsafeRawBufferPointer>, _ state: inout [UInt32]) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
            for index in 0..<16 {
                words[index] = UInt32(
                    bigEndian: block.base.loadUnaligned(
                        fromByteOffset: block.startIndex + 4 * index, as: UInt32.self))
            }
            for index in 16..<64 {
                let a = words[index - 15]
                let b = words[index - 2]
                let first = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
                let second = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
                words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            var (e, f, g, h) = (state[4], state[5], state[6], state[7])
            constants.withUnsafeBufferPointer { constants in
                for index in 0..<64 {
                    let sumE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
                    let choice = (e & f) ^ (~e & g)
                    let first = h &+ sumE &+ choice &+ constants[index] &+ words[index]
                    let sumA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
                    let majority = (a & b) ^ (a & c) ^ (b & c)
                    (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ sumA &+ majority)
                }
            }
            state[0] &+= a
            state[1] &+= b
            state[2] &+= c
            state[3] &+= d
            state[4] &+= e
            state[5] &+= f
            state[6] &+= g
            state[7] &+= h
        }
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
