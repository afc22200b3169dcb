import Diagnostics

extension MappedText {
    /// A file as text: without byte order mark, with `\n` for `\r\n` and `\r`. Nil, and reported, where it is too large, not
    /// UTF-8, or has NUL bytes.
    init?(checking file: SourceFile, includedFrom: [Span], limit: Int, into report: inout [Diagnostic]) {
        guard file.bytes.count <= limit else {
            report.append(
                FragmentTooLarge.finding(
                    size: file.bytes.count, limit: limit, at: file.span(0..<0), includedFrom: includedFrom))
            return nil
        }
        if let bad = Self.firstInvalidByte(of: file.bytes) {
            report.append(FragmentNotUTF8.finding(file.bytes, at: file.span(bad..<bad + 1), includedFrom: includedFrom))
            return nil
        }
        if let zero = file.bytes.firstIndex(of: 0) {
            report.append(FragmentNULByte.finding(at: file.span(zero..<zero + 1), includedFrom: includedFrom))
            return nil
        }
        self = Self.normalizing(file)
    }

    private static func normalizing(_ file: SourceFile) -> MappedText {
        let source = MappedText(bytes: file.bytes, map: PositionMap(identity: file))
        let hasMark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
        guard hasMark || source.bytes.contains(UInt8(ascii: "\r")) else { return source }
        var builder = TextBuilder()
        var start = hasMark ? 3 : 0
        for index in start..<source.bytes.count where source.bytes[index] == UInt8(ascii: "\r") {
            builder.copy(start..<index, of: source)
            let isPair = index + 1 < source.bytes.count && source.bytes[index + 1] == UInt8(ascii: "\n")
            if !isPair { builder.put([UInt8(ascii: "\n")], for: index..<index + 1, of: source) }
            start = index + 1
        }
        builder.copy(start..<source.bytes.count, of: source)
        return builder.build(fallback: file.span(file.bytes.count..<file.bytes.count))
    }

    /// The offset of the first byte that is no part of well-formed UTF-8 (Unicode, table 3-7).
    static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let first = buffer[index]
                if first < 0x80 {
                    index += 1
                    continue
                }
                guard let (length, second) = shape(ofSequence: first), index + length <= buffer.count,
                    second.contains(buffer[index + 1])
                else { return index }
                for rest in 2..<max(2, length) where buffer[index + rest] & 0xC0 != 0x80 { return index }
                index += length
            }
            return nil
        }
    }

    /// How many bytes a sequence has, and which the second can be.
    private static func shape(ofSequence first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch first {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
