/// Parts a text into the words that readers search for: whole identifiers, and the parts of each.
///
/// A word is a run of letters and digits, with a single `_`, `-`, `.`, `/` or `:` between two of them: `config.file`,
/// `X-Scope-OrgID`. It is told whole first and then in its parts, by the weakest bond last: what stands between `/` and
/// `:`, then between `.`, then between `-` and `_`, then between the humps of camel case. The scripts of the theme part
/// what a reader types in the same way; both are held to one table by the tests.
struct SearchWords {
    /// What is longer is an address or a key, and is found by its parts.
    private static let longest = 64
    /// The word at hand, folded.
    private var folded: [UInt8] = []

    /// The levels at which it may be parted.
    private var bonds: UInt8 = 0

    /// Tells the words of a text in their order.
    /// - Parameter take: is given each word in folded bytes, and whether it is a part of a word told before.
    mutating func scan(
        _ text: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>, _ isPart: Bool) -> Void
    ) {
        var offset = 0
        while offset < text.count {
            if tellPlainWord(of: text, at: &offset, take) { continue }
            guard offset < text.count else { return }
            let sign = Sign(text, at: offset)
            switch sign.kind {
            case .other, .bond: offset += sign.length
            case .ideograph:
                fold(UnsafeBufferPointer(rebasing: text[offset..<offset + sign.length]))
                folded.withUnsafeBufferPointer { take($0, false) }
                offset += sign.length
            case .letter:
                let start = offset
                let isASCII = Self.skipWord(in: text, at: &offset)
                let written = UnsafeBufferPointer(rebasing: text[start..<offset])
                if isASCII { foldASCII(written) } else { fold(written) }
                tell(isASCII ? written : nil, take)
            }
        }
    }

    /// Tells the next word where it is of ASCII, has no bonds and no capitals but its first letter: most words are.
    /// - Returns: whether it did. If not, the offset is that of the word.
    private mutating func tellPlainWord(
        of text: UnsafeBufferPointer<UInt8>, at offset: inout Int,
        _ take: (UnsafeBufferPointer<UInt8>, _ isPart: Bool) -> Void
    ) -> Bool {
        while offset < text.count, text[offset] < 0x80, !text[offset].isLetterOrDigit { offset += 1 }
        guard offset < text.count, text[offset] < 0x80 else { return false }
        let start = offset
        var end = start + 1
        while end < text.count, text[end].isSmallOrDigit { end += 1 }
        // A bond only counts between two letters.
        if end < text.count, text[end] >= 0x80 || text[end].isCapital { return false }
        if end + 1 < text.count, Bond.of(text[end]) != 0, text[end + 1] >= 0x80 || text[end + 1].isLetterOrDigit {
            return false
        }
        offset = end
        guard end - start > 1, end - start <= Self.longest else { return true }
        guard text[start].isCapital else {
            take(UnsafeBufferPointer(rebasing: text[start..<end]), false)
            return true
        }
        folded.removeAll(keepingCapacity: true)
        folded.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
        folded[0] |= 0x20
        folded.withUnsafeBufferPointer { take($0, false) }
        return true
    }

    /// Moves behind a word, and tells whether it is of ASCII alone.
    private static func skipWord(in text: UnsafeBufferPointer<UInt8>, at offset: inout Int) -> Bool {
        var isASCII = true
        while offset < text.count {
            let sign = Sign(text, at: offset)
            if sign.kind == .letter {
                if sign.length > 1 { isASCII = false }
                offset += sign.length
            } else if sign.kind == .bond, offset + 1 < text.count, Sign(text, at: offset + 1).kind == .letter {
                offset += 1
            } else {
                break
            }
        }
        return isASCII
    }

    private mutating func foldASCII(_ word: UnsafeBufferPointer<UInt8>) {
        folded.removeAll(keepingCapacity: true)
        folded.append(contentsOf: word)
        var bonds: UInt8 = 0
        folded.withUnsafeMutableBufferPointer { folded in
            for offset in folded.indices where folded[offset] < UInt8(ascii: "a") {
                let byte = folded[offset]
                // A capital at the beginning parts nothing.
                if offset > 0 { bonds |= Bond.of(byte) }
                if byte.isCapital { folded[offset] = byte | 0x20 }
            }
        }
        self.bonds = bonds
    }

    private mutating func fold(_ word: UnsafeBufferPointer<UInt8>) {
        folded.removeAll(keepingCapacity: true)
        folded += SearchFolding.folded(String(decoding: word, as: UTF8.self)).utf8
        bonds = folded.reduce(0) { $0 | Bond.of($1) }
    }

    /// - Parameter written: the word with its capitals, where they stand at the same places as in the folded one.
    private func tell(_ written: UnsafeBufferPointer<UInt8>?, _ take: (UnsafeBufferPointer<UInt8>, Bool) -> Void) {
        folded.withUnsafeBufferPointer { folded in
            if folded.count > 1, folded.count <= Self.longest { take(folded, false) }
            guard bonds != 0 else { return }
            part(0..<folded.count, folded, written ?? folded, level: .first, bonds: bonds, take)
        }
    }

    private func part(
        _ range: Range<Int>, _ folded: UnsafeBufferPointer<UInt8>, _ letters: UnsafeBufferPointer<UInt8>,
        level: Bond.Level, bonds: UInt8, _ take: (UnsafeBufferPointer<UInt8>, Bool) -> Void
    ) {
        var level = level
        while bonds & level.rawValue == 0 {
            guard let next = level.next else { return }
            level = next
        }
        var start = range.lowerBound
        for offset in range.lowerBound...range.upperBound {
            let isEnd = offset == range.upperBound
            guard isEnd || Bond.breaks(letters, at: offset, after: start, level) else { continue }
            let piece = start..<offset
            start = level == .humps || isEnd ? offset : offset + 1
            if piece != range { tell(piece, folded, take) }
            if let next = level.next { part(piece, folded, letters, level: next, bonds: bonds, take) }
        }
    }

    /// A part of one letter, or a number of two digits, is searched for by nobody.
    private func tell(
        _ piece: Range<Int>, _ folded: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>, Bool) -> Void
    ) {
        guard piece.count > 1, piece.count <= Self.longest else { return }
        let bytes = UnsafeBufferPointer(rebasing: folded[piece])
        guard piece.count > 2 || !bytes.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return }
        take(bytes, true)
    }
}

/// What holds the parts of a word together.
private enum Bond {
    enum Level: UInt8 {
        case path = 1
        case dot = 2
        case dash = 4
        case humps = 8

        static let first = path
        var next: Level? { Level(rawValue: rawValue << 1) }
    }

    /// The levels at which a byte may break a word.
    static func of(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: ":"): Level.path.rawValue
        case UInt8(ascii: "."): Level.dot.rawValue
        case UInt8(ascii: "-"), UInt8(ascii: "_"): Level.dash.rawValue
        default: byte.isCapital ? Level.humps.rawValue : 0
        }
    }

    /// Whether a part ends before the byte: at a bond of the level, or where a hump begins (`org|ID`, `HTTP|Server`).
    static func breaks(_ letters: UnsafeBufferPointer<UInt8>, at offset: Int, after start: Int, _ level: Level) -> Bool
    {
        let byte = letters[offset]
        guard level == .humps else { return of(byte) == level.rawValue }
        guard offset > start, byte.isCapital else { return false }
        let isInRun = letters[offset - 1].isCapital
        let isBeforeSmall = offset + 1 < letters.count && letters[offset + 1] &- UInt8(ascii: "a") < 26
        return !isInRun || isBeforeSmall
    }
}

/// A character of a text, as far as the parting of words goes.
private struct Sign {
    let kind: SearchFolding.Kind
    let length: Int

    init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
        let byte = text[offset]
        guard byte >= 0x80 else {
            length = 1
            kind = Self.kind(of: byte)
            return
        }
        // The text is valid UTF-8, so its first byte tells its length.
        length = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, text.count - offset)
        let scalar = String(decoding: text[offset..<offset + length], as: UTF8.self).unicodeScalars.first
        kind = scalar.map(SearchFolding.kind) ?? .other
    }

    private static func kind(of byte: UInt8) -> SearchFolding.Kind {
        // Letters first: most of a text are small ones.
        if (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 { return .letter }
        return Bond.of(byte) == 0 ? .other : .bond
    }
}

extension UInt8 {
    fileprivate var isCapital: Bool { self &- UInt8(ascii: "A") < 26 }
    fileprivate var isSmallOrDigit: Bool { self &- UInt8(ascii: "a") < 26 || self &- UInt8(ascii: "0") < 10 }
    fileprivate var isLetterOrDigit: Bool { isSmallOrDigit || isCapital }
}
