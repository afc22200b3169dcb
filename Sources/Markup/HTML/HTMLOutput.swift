/// HTML as it is written: bytes of UTF-8 and what has to be escaped in them.
struct HTMLOutput {
    var bytes: [UInt8] = []

    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func raw(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

    mutating func raw(_ byte: UInt8) { bytes.append(byte) }

    /// A line break unless the output stands at the beginning of a line.
    mutating func breakLine() {
        if let last = bytes.last, last != .newline { bytes.append(.newline) }
    }

    /// Text between tags or in an attribute's quotes.
    mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let escape: StaticString
            switch text[index] {
            case .less: escape = "&lt;"
            case .greater: escape = "&gt;"
            case .ampersand: escape = "&amp;"
            case .quote: escape = "&quot;"
            default: continue
            }
            if index > start { raw(UnsafeBufferPointer(rebasing: text[start..<index])) }
            raw(escape)
            start = index + 1
        }
        if start < text.count { raw(UnsafeBufferPointer(rebasing: text[start...])) }
    }

    mutating func escaped(_ text: String) {
        var text = text
        text.withUTF8 { escaped($0) }
    }

    /// An address in an attribute: what may not stand in one is percent-encoded, the rest left as the author wrote it,
    /// as cmark-gfm does. But the brackets round a host of IPv6 stay, since encoded they are no host to a browser.
    mutating func address(_ text: UnsafeBufferPointer<UInt8>) {
        var host: Range<Int>?
        for (index, byte) in text.enumerated() {
            switch byte {
            case .ampersand: raw("&amp;")
            case .apostrophe: raw("&#x27;")
            case .leftBracket, .rightBracket:
                host = host ?? Self.host(of: text)
                if host?.contains(index) ?? false { raw(byte) } else { encoded(byte) }
            case let byte where Self.isSafeInAddress(byte): raw(byte)
            default: encoded(byte)
            }
        }
    }

    private mutating func encoded(_ byte: UInt8) {
        raw(UInt8(ascii: "%"))
        raw(Self.hexDigit(byte >> 4))
        raw(Self.hexDigit(byte & 15))
    }

    mutating func address(_ text: String) {
        var text = text
        text.withUTF8 { address($0) }
    }

    /// What stands between the `//` of an address and the slash that follows; nothing in one without a host.
    private static func host(of text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        guard let slash = text.firstIndex(of: .slash), slash + 1 < text.count, text[slash + 1] == .slash,
            slash == 0 || text[slash - 1] == .colon
        else { return 0..<0 }
        let end = text[(slash + 2)...].firstIndex { $0 == .slash || $0 == .question || $0 == .hash }
        return slash + 2..<(end ?? text.count)
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }

    private static func isSafeInAddress(_ byte: UInt8) -> Bool {
        if byte.isLetter || byte.isDigit { return true }
        return switch byte {
        case .hyphen, .underscore, .period, .exclamation, .asterisk, .leftParenthesis, .rightParenthesis, .hash,
            .plus, .slash, .colon, .semicolon, .equals, .question, .tilde, UInt8(ascii: "%"), UInt8(ascii: ","),
            UInt8(ascii: "@"), UInt8(ascii: "$"):
            true
        default: false
        }
    }
}
