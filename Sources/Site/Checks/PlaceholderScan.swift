/// Finds words and phrases that say "to be written" in a text, as whole words only.
struct PlaceholderScan: Sendable {
    struct Hit: Equatable {
        let range: Range<Int>
        let text: String
    }

    /// Words that are placeholders in capitals only: in small letters some are words of their own.
    static let words = ["TODO", "TBD", "FIXME", "XXX"]
    /// Phrases that are placeholders however they are written.
    static let phrases = ["coming soon", "lorem ipsum"]

    private struct Needle {
        let bytes: [UInt8]
        let isCaseSensitive: Bool
        let shown: String
    }

    private let needles: [Needle]
    private let allowed: [[UInt8]]
    /// The first bytes of all needles in both cases, so that a look at each byte is all that plain text costs.
    private let firstBytes: Set<UInt8>

    /// - Parameters:
    ///   - words: further words, found in the case in which they are given.
    ///   - allowed: phrases in which a needle is no placeholder.
    init(words: [String] = [], allowed: [String] = []) {
        needles =
            (Self.words + words).map { Needle(bytes: Array($0.utf8), isCaseSensitive: true, shown: $0) }
            + Self.phrases.map { Needle(bytes: Array($0.utf8), isCaseSensitive: false, shown: $0) }
        self.allowed = allowed.map { Array($0.utf8) }
        firstBytes = Set(needles.compactMap(\.bytes.first).flatMap { [$0, $0 & 0xDF] })
    }

    /// The placeholders in a range of a text, in order.
    func hits(in text: [UInt8], _ range: Range<Int>) -> [Hit] {
        var hits: [Hit] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard firstBytes.contains(text[offset]), !Self.isWord(text, offset - 1, range),
                let hit = hit(in: text, at: offset, range)
            else {
                offset += 1
                continue
            }
            if !isAllowed(text, hit.range, range) { hits.append(hit) }
            offset = hit.range.upperBound
        }
        return hits
    }

    private func hit(in text: [UInt8], at offset: Int, _ range: Range<Int>) -> Hit? {
        for needle in needles {
            var index = offset
            var matches = true
            for byte in needle.bytes {
                // A phrase may go on in the next line.
                let isBlank = byte == UInt8(ascii: " ")
                guard index < range.upperBound, isBlank ? text[index].isBlankOrBreak : same(text[index], byte, needle)
                else {
                    matches = false
                    break
                }
                index += 1
                if isBlank { while index < range.upperBound, text[index].isBlankOrBreak { index += 1 } }
            }
            if matches, !Self.isWord(text, index, range) { return Hit(range: offset..<index, text: needle.shown) }
        }
        return nil
    }

    private func same(_ byte: UInt8, _ expected: UInt8, _ needle: Needle) -> Bool {
        byte == expected || (!needle.isCaseSensitive && byte | 0x20 == expected)
    }

    private func isAllowed(_ text: [UInt8], _ hit: Range<Int>, _ range: Range<Int>) -> Bool {
        allowed.contains { phrase in
            let earliest = max(range.lowerBound, hit.upperBound - phrase.count)
            guard earliest <= hit.lowerBound else { return false }
            return (earliest...hit.lowerBound).contains { start in
                start + phrase.count <= range.upperBound && text[start..<start + phrase.count].elementsEqual(phrase)
            }
        }
    }

    private static func isWord(_ text: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
        guard range.contains(index) else { return false }
        let byte = text[index]
        let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
        return isLetter || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_") || byte >= 0x80
    }
}

extension UInt8 {
    fileprivate var isBlankOrBreak: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
            || self == UInt8(ascii: "\t")
    }
}
