/// A picture of up to 256 colours as a PNG (RFC 2083).
///
/// Deflate is written here and not by a library: versions of zlib differ in the bytes they choose, and a build has to
/// give the same ones everywhere. Pictures of flat colours need little of it: what repeats the pixel above becomes 0, and
/// runs of equal bytes become one code.
struct PNGImage {
    let width: Int
    let height: Int
    /// Red, green and blue of each colour.
    let palette: [(UInt8, UInt8, UInt8)]
    /// The number of each pixel's colour, row by row.
    let pixels: [UInt8]

    var bytes: [UInt8] {
        var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // Eight bits a pixel, colours by number, and no interlacing.
        Self.chunk("IHDR", Self.word(UInt32(width)) + Self.word(UInt32(height)) + [8, 3, 0, 0, 0], into: &png)
        Self.chunk("PLTE", palette.flatMap { [$0.0, $0.1, $0.2] }, into: &png)
        Self.chunk("IDAT", Self.compressed(filtered), into: &png)
        Self.chunk("IEND", [], into: &png)
        return png
    }

    /// Each row with the number of its filter: 2, the difference to the row above.
    private var filtered: [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity((width + 1) * height)
        pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<height {
                rows.append(2)
                for index in row * width..<(row + 1) * width {
                    rows.append(row == 0 ? pixels[index] : pixels[index] &- pixels[index - width])
                }
            }
        }
        return rows
    }

    // MARK: - Chunks

    private static func word(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func chunk(_ name: String, _ data: [UInt8], into png: inout [UInt8]) {
        let body = Array(name.utf8) + data
        png += word(UInt32(data.count)) + body + word(checksum(body))
    }

    /// The table of CRC-32, as the appendix of the RFC computes it.
    private static let remainders: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        let remainders = Self.remainders
        return ~bytes.reduce(0xFFFF_FFFF as UInt32) { remainders[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }

    // MARK: - Deflate

    /// RFC 1950 around RFC 1951: one block with the fixed codes.
    private static func compressed(_ data: [UInt8]) -> [UInt8] {
        var bits = BitWriter(bytes: [0x78, 0x01])
        bits.write(0b011, count: 3)
        data.withUnsafeBufferPointer { data in
            var index = 0
            while index < data.count {
                let byte = data[index]
                var end = index + 1
                while end < data.count, data[end] == byte { end += 1 }
                bits.writeLiteral(Int(byte))
                var rest = end - index - 1
                while rest >= 3 {
                    let length = min(rest, 258)
                    bits.writeRun(length)
                    rest -= length
                }
                for _ in 0..<rest { bits.writeLiteral(Int(byte)) }
                index = end
            }
        }
        bits.writeLiteral(256)
        bits.finish()
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in data {
            low = (low + UInt32(byte)) % 65521
            high = (high + low) % 65521
        }
        return bits.bytes + word(high << 16 | low)
    }
}

/// Bits as deflate orders them: numbers from their lowest bit on, codes from their highest.
private struct BitWriter {
    var bytes: [UInt8]
    private var pending: UInt32 = 0
    private var count = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func write(_ value: Int, count: Int) {
        pending |= UInt32(value) << self.count
        self.count += count
        while self.count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            self.count -= 8
        }
    }

    private mutating func writeCode(_ code: Int, count: Int) {
        var reversed = 0
        for bit in 0..<count where code >> bit & 1 == 1 { reversed |= 1 << (count - 1 - bit) }
        write(reversed, count: count)
    }

    /// A byte, or 256 for the end (RFC 1951, section 3.2.6).
    mutating func writeLiteral(_ symbol: Int) {
        switch symbol {
        case ..<144: writeCode(0x30 + symbol, count: 8)
        case ..<256: writeCode(0x190 + symbol - 144, count: 9)
        case ..<280: writeCode(symbol - 256, count: 7)
        default: writeCode(0xC0 + symbol - 280, count: 8)
        }
    }

    /// The last byte once more, `length` times: a match at distance 1, whose code is 0.
    mutating func writeRun(_ length: Int) {
        if length == 258 {
            writeLiteral(285)
        } else if length < 11 {
            writeLiteral(254 + length)
        } else {
            // Four symbols for each number of extra bits.
            var extra = 1
            while length - 3 >= 8 << extra { extra += 1 }
            let offset = length - 3 - (4 << extra)
            writeLiteral(261 + 4 * extra + offset >> extra)
            write(offset & (1 << extra - 1), count: extra)
        }
        writeCode(0, count: 5)
    }

    mutating func finish() {
        if count > 0 { write(0, count: 8 - count) }
    }
}
