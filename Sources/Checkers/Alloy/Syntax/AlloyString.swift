import Diagnostics

/// A string literal.
struct AlloyString {
    /// With escapes decoded.
    let bytes: [UInt8]
    /// The literal with its quotes.
    let range: Range<Int>
    /// What stands between the quotes.
    let inner: Range<Int>
    let isRaw: Bool

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// - Parameter range: the literal as the lexer found it; it may lack its end.
    init(_ source: [UInt8], _ range: Range<Int>, isRaw: Bool) {
        self.range = range
        self.isRaw = isRaw
        let quote = isRaw ? UInt8(ascii: "`") : UInt8(ascii: "\"")
        let isClosed = range.count > 1 && source[range.upperBound - 1] == quote
        inner = range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - (isClosed ? 1 : 0))
        bytes = Self.pieces(source, inner, isRaw: isRaw).flatMap { $0.decoded ?? Array(source[$0.range]) }
    }

    /// Leads from the decoded bytes to the author's file.
    /// - Parameter map: of the text that the literal stands in.
    func map(in source: [UInt8], over map: PositionMap) -> PositionMap {
        var builder = PositionMap.Builder()
        for piece in Self.pieces(source, inner, isRaw: isRaw) {
            if let decoded = piece.decoded {
                builder.replace(piece.range, of: map, with: decoded.count)
            } else {
                builder.copy(piece.range, of: map)
            }
        }
        return builder.build(fallback: map.origin(of: range).span)
    }

    /// Runs that stand for themselves, and escapes.
    private static func pieces(
        _ source: [UInt8], _ inner: Range<Int>, isRaw: Bool
    ) -> [(range: Range<Int>, decoded: [UInt8]?)] {
        guard !isRaw else { return inner.isEmpty ? [] : [(inner, nil)] }
        var pieces: [(range: Range<Int>, decoded: [UInt8]?)] = []
        var start = inner.lowerBound
        var index = start
        while index < inner.upperBound {
            guard source[index] == UInt8(ascii: "\\"), index + 1 < inner.upperBound else {
                index += 1
                continue
            }
            if start < index { pieces.append((start..<index, nil)) }
            let (decoded, count) = escape(source[index + 1..<inner.upperBound])
            pieces.append((index..<index + 1 + count, decoded))
            index += 1 + count
            start = index
        }
        if start < inner.upperBound { pieces.append((start..<inner.upperBound, nil)) }
        return pieces
    }

    private static let single: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
        UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11,
    ]

    /// What an escape stands for, and how many bytes it has behind the backslash.
    private static func escape(_ bytes: ArraySlice<UInt8>) -> ([UInt8], Int) {
        let first = bytes[bytes.startIndex]
        if let byte = single[first] { return ([byte], 1) }
        let isOctal = (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(first)
        let lengths: [UInt8: Int] = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8]
        guard isOctal || lengths[first] != nil else { return ([first], 1) }
        let digits = isOctal ? bytes.prefix(3) : bytes.dropFirst().prefix(lengths[first] ?? 0)
        let text = String(decoding: digits, as: UTF8.self)
        guard let value = UInt32(text, radix: isOctal ? 8 : 16) else { return ([first], 1) }
        let count = digits.count + (isOctal ? 0 : 1)
        if isOctal || first == UInt8(ascii: "x") { return ([UInt8(truncatingIfNeeded: value)], count) }
        return (Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8), count)
    }
}
