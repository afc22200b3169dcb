/// A number as an author writes it in a table: `1,234`, `0.9 s`, `3.5×`, `12 %`.
struct ChartFigure: Equatable, Sendable {
    let value: Double
    /// What follows the number, without blanks; empty where nothing does.
    let unit: String
    /// As the author wrote it.
    let text: String

    /// More digits than a binary number of 64 bits tells apart would be drawn wrong.
    private static let mostDigits = 15
    private static let longestUnit = 24
    /// The separators of thousands: commas, thin spaces, thin spaces that do not break.
    private static let separators: Set<Character> = [",", "\u{2009}", "\u{202F}"]

    /// Nil where the text is no number from 0 up: a bar has no length below 0, and a range or a date is none.
    init?(_ text: String) {
        var rest = text[...].drop { $0.isWhitespace }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        self.text = String(rest)
        guard var digits = Self.integer(&rest) else { return nil }
        if rest.first == ".", let next = rest.dropFirst().first, next.isFigure {
            let decimals = rest.dropFirst().prefix(while: \.isFigure)
            rest = rest.dropFirst(decimals.count + 1)
            digits += "." + decimals
        }
        guard digits.count <= Self.mostDigits, let value = Double(digits) else { return nil }
        self.value = value
        let unit = rest.drop { $0.isWhitespace }
        guard unit.count <= Self.longestUnit, !unit.contains(where: \.isNumber) else { return nil }
        // A sign that goes on with the number means another number.
        if let first = unit.first, ".,+-–−:=<>~".contains(first) { return nil }
        self.unit = String(unit)
    }

    /// Takes an integer off a text and returns its digits. Behind a separator there are three.
    private static func integer(_ rest: inout Substring) -> String? {
        var digits = String(rest.prefix(while: \.isFigure))
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        guard digits.count <= 3 else { return digits }
        while let separator = rest.first, separators.contains(separator) {
            let group = rest.dropFirst().prefix(while: \.isFigure)
            // A blank may part the number from its unit as well.
            guard group.count == 3 else { return separator == "," || !group.isEmpty ? nil : digits }
            digits += group
            rest = rest.dropFirst(4)
        }
        return digits
    }

    /// Whether two units are one: `1 line` and `2 lines` are, `1 m` and `2 ms` are not.
    static func isSame(_ unit: String, _ other: String) -> Bool {
        let (short, long) = unit.count < other.count ? (unit, other) : (other, unit)
        return short == long || long.count > 3 && long == short + "s"
    }
}

extension Character {
    fileprivate var isFigure: Bool { isASCII && isWholeNumber }
}
