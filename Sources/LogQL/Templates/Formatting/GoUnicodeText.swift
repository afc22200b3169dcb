/// Characters as fmt's `%U` writes them.
enum GoUnicodeText {
    /// `U+0040 '@'`: with the character itself if it can be printed.
    static func text(_ scalar: Unicode.Scalar) -> String {
        code(UInt64(scalar.value)) + (scalar.isGoPrintable ? " '\(Character(scalar))'" : "")
    }

    /// `U+0040`, with at least that many digits.
    static func code(_ value: UInt64, digits: Int = 4) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
