/// UTF-8 as Go reads it: a byte that's not part of a character is a character of its own, U+FFFD one byte wide.
enum GoUTF8 {
    struct Rune {
        let scalar: Unicode.Scalar
        let width: Int
        /// Whether the byte is no UTF-8.
        let isInvalid: Bool
    }

    static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// The character at an index that's inside the bytes.
    static func rune(_ bytes: some RandomAccessCollection<UInt8>) -> Rune {
        let invalid = Rune(scalar: replacement, width: 1, isInvalid: true)
        guard let first = bytes.first else { return Rune(scalar: replacement, width: 0, isInvalid: true) }
        if first < 0x80 { return Rune(scalar: Unicode.Scalar(first), width: 1, isInvalid: false) }
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, bytes.count >= width else { return invalid }
        var value = UInt32(first) & (0xFF >> UInt32(width + 1))
        for byte in bytes.prefix(width).dropFirst() {
            guard byte & 0xC0 == 0x80 else { return invalid }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let least: UInt32 = width == 4 ? 0x10000 : width == 3 ? 0x800 : 0x80
        guard value >= least, let scalar = Unicode.Scalar(value) else { return invalid }
        return Rune(scalar: scalar, width: width, isInvalid: false)
    }

    static func runes(_ bytes: [UInt8]) -> [Rune] {
        var result: [Rune] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while !rest.isEmpty {
            let next = rune(rest)
            result.append(next)
            rest = rest.dropFirst(next.width)
        }
        return result
    }

    /// How many characters the bytes are.
    static func count(_ bytes: some RandomAccessCollection<UInt8>) -> Int {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
        return runes(Array(bytes)).count
    }

    static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        output += UTF8.encode(scalar).map(Array.init) ?? []
    }

    /// The characters, with U+FFFD for what isn't UTF-8.
    static func encode(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] {
        var output: [UInt8] = []
        for scalar in scalars { append(scalar, to: &output) }
        return output
    }
}

extension Unicode.Scalar {
    /// Go's unicode.IsLetter.
    var isGoLetter: Bool {
        if isASCII { return value | 0x20 >= 0x61 && value | 0x20 <= 0x7A }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// Go's unicode.IsDigit.
    var isGoDigit: Bool {
        isASCII ? value >= 0x30 && value <= 0x39 : properties.generalCategory == .decimalNumber
    }

    /// Go's unicode.IsSpace.
    var isGoSpace: Bool {
        switch value {
        case 9...13, 0x20, 0x85, 0xA0: true
        default: !isASCII && properties.isWhitespace
        }
    }

    /// Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols, and of the spaces only the plain one.
    var isGoPrintable: Bool {
        if isASCII { return value >= 0x20 && value < 0x7F }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }

    /// The one character that's the lower case of this one.
    var goLowercase: Unicode.Scalar {
        if self == "\u{130}" { return "i" }
        return properties.lowercaseMapping.soleScalar ?? self
    }

    /// The one character that's the upper case of this one: of those with longer ones the title case, if that's one.
    var goUppercase: Unicode.Scalar {
        properties.uppercaseMapping.soleScalar ?? properties.titlecaseMapping.soleScalar ?? self
    }

    var goTitlecase: Unicode.Scalar { properties.titlecaseMapping.soleScalar ?? self }
}

extension String {
    fileprivate var soleScalar: Unicode.Scalar? {
        unicodeScalars.count == 1 ? unicodeScalars.first : nil
    }
}
