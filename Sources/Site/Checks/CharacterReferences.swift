import Markup

/// Entities in attributes, as browsers read them (HTML's standard, sections 13.2.5.72 to 13.2.5.80). Markdown is stricter:
/// there each ends with a semicolon.
enum CharacterReferences {
    /// An attribute's value with its entities decoded.
    static func decoded(_ raw: some Collection<UInt8>) -> [UInt8] {
        let raw = Array(raw)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            if raw[index] == UInt8(ascii: "&"), let (text, end) = reference(in: raw, at: index) {
                bytes += text
                index = end
            } else {
                bytes.append(raw[index])
                index += 1
            }
        }
        return bytes
    }

    /// What begins at a `&`, and where it ends; nil where the `&` means itself.
    private static func reference(in raw: [UInt8], at start: Int) -> (text: [UInt8], end: Int)? {
        guard start + 1 < raw.count else { return nil }
        if raw[start + 1] == UInt8(ascii: "#") { return number(in: raw, at: start + 2) }
        let name = raw[(start + 1)...].prefix(while: isAlphanumeric)
        let end = name.endIndex
        if end < raw.count, raw[end] == UInt8(ascii: ";") {
            return Entities.decode(raw[start...end]).map { ($0, end + 1) }
        }
        // In an attribute a name without its semicolon may be the next part of a query.
        if end < raw.count, raw[end] == UInt8(ascii: "=") { return nil }
        guard legacy.contains(String(decoding: name, as: UTF8.self)) else { return nil }
        return Entities.decode(raw[start..<end] + [UInt8(ascii: ";")]).map { ($0, end) }
    }

    /// The number of a character, behind `&#`.
    private static func number(in raw: [UInt8], at start: Int) -> (text: [UInt8], end: Int)? {
        let isHexadecimal = start < raw.count && raw[start] | 0x20 == UInt8(ascii: "x")
        let digits = raw[(isHexadecimal ? start + 1 : start)...].prefix {
            Character(Unicode.Scalar($0)).isHexDigit && (isHexadecimal || $0 <= UInt8(ascii: "9"))
        }
        guard !digits.isEmpty else { return nil }
        let end = digits.endIndex
        let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
        return (
            Array(String(character(number ?? .max)).utf8),
            end < raw.count && raw[end] == UInt8(ascii: ";") ? end + 1 : end
        )
    }

    private static func character(_ number: UInt32) -> Character {
        if 0x80...0x9F ~= number { return windows[Int(number - 0x80)] }
        return Unicode.Scalar(number).flatMap { $0 == "\0" ? nil : Character($0) } ?? "\u{FFFD}"
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }

    /// What numbers of control characters mean: those of Windows-1252.
    private static let windows: [Character] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]

    /// The names of the first versions of HTML, which stand without a semicolon as well.
    private static let legacy = Set(
        """
        AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc \
        Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute \
        aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute \
        ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro \
        middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg \
        sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml
        """.split(separator: " ").map(String.init))
}
