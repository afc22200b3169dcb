/// The hash of a stream's labels by which Loki orders lines of one time: xxHash64 over names and values, with a byte 0xFF behind each.
enum StreamHash {
    static func of(_ labels: LabelSet) -> UInt64 {
        var bytes: [UInt8] = []
        for label in labels.labels {
            for text in [label.name, label.value] { bytes += Array(text.utf8) + [0xFF] }
        }
        return bytes.withUnsafeBytes(xxHash64)
    }

    private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
        0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
        0x27D4_EB2F_1656_67C5
    )

    /// The published algorithm (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md) with the seed 0.
    static func xxHash64(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let (first, second, third, fourth, fifth) = primes
        func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }
        func round(_ lane: UInt64, _ input: UInt64) -> UInt64 { rotated(lane &+ input &* second, 31) &* first }
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        var offset = 0
        var hash: UInt64
        if bytes.count >= 32 {
            var lanes = [first &+ second, second, 0, 0 &- first]
            while offset + 32 <= bytes.count {
                for lane in 0..<4 { lanes[lane] = round(lanes[lane], word(offset + 8 * lane)) }
                offset += 32
            }
            hash =
                rotated(lanes[0], 1) &+ rotated(lanes[1], 7) &+ rotated(lanes[2], 12) &+ rotated(lanes[3], 18)
            for lane in lanes { hash = (hash ^ round(0, lane)) &* first &+ fourth }
        } else {
            hash = fifth
        }
        hash = hash &+ UInt64(bytes.count)
        while offset + 8 <= bytes.count {
            hash = rotated(hash ^ round(0, word(offset)), 27) &* first &+ fourth
            offset += 8
        }
        if offset + 4 <= bytes.count {
            let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            hash = rotated(hash ^ UInt64(half) &* first, 23) &* second &+ third
            offset += 4
        }
        while offset < bytes.count {
            hash = rotated(hash ^ UInt64(bytes[offset]) &* fifth, 11) &* first
            offset += 1
        }
        hash = (hash ^ hash >> 33) &* second
        hash = (hash ^ hash >> 29) &* third
        return hash ^ hash >> 32
    }
}
