/// Reads regular expressions that need no engine.
enum PlainExpression {
    /// The text that alone matches, without its escapes; nil where the expression says more.
    static func literal(_ expression: some StringProtocol) -> String? {
        var output: [UInt8] = []
        var bytes = Array(expression.utf8)[...]
        while let byte = bytes.popFirst() {
            if byte == UInt8(ascii: "\\") {
                guard let escaped = bytes.popFirst(), isPunctuation(escaped) else { return nil }
                output.append(escaped)
            } else {
                if special.contains(byte) { return nil }
                output.append(byte)
            }
        }
        let text = String(decoding: output, as: UTF8.self)
        // In an expression this also stands for bytes that are no UTF-8.
        return text.isEmpty || text.unicodeScalars.contains("\u{FFFD}") ? nil : text
    }

    /// The same for an expression that is matched with a whole value.
    static func wholeLiteral(_ expression: String) -> String? {
        var rest = expression[...]
        if rest.hasPrefix("^") { rest = rest.dropFirst() }
        if rest.hasSuffix("$"), !isEscaped(rest, before: 1) { rest = rest.dropLast() }
        return literal(rest)
    }

    /// The texts of `a|b|c`; nil where a part is more than a text.
    static func alternatives(_ expression: String) -> [String]? {
        let parts = expression.split(separator: "|", omittingEmptySubsequences: false).map { literal($0) }
        let texts = parts.compactMap { $0 }
        return texts.count == parts.count ? texts : nil
    }

    /// An expression that is searched for, without `.*` at its ends; nil where it has none there, or where nothing would
    /// be left.
    static func withoutEdges(_ expression: String) -> String? {
        guard !expression.contains("\\Q") else { return nil }
        let flags = expression.hasPrefix("(?i)") ? "(?i)" : ""
        var rest = expression.dropFirst(flags.count)
        while let wildcard = [".*?", ".*"].first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(wildcard.count)
        }
        while let wildcard = [".*?", ".*"].first(where: { rest.hasSuffix($0) && !isEscaped(rest, before: $0.count) }) {
            rest = rest.dropLast(wildcard.count)
        }
        if let first = rest.first, "*+?{".contains(first) { return nil }
        let text = flags + rest
        return rest.isEmpty || text == expression || rest.hasPrefix("|") || rest.hasSuffix("|") ? nil : text
    }

    /// Whether it matches each text, the empty one too.
    static func matchesAll(_ expression: String) -> Bool { [".*", "^.*$", ".*.*", "(.*)"].contains(expression) }

    /// Whether it matches each text but the empty one.
    static func matchesAllButEmpty(_ expression: String) -> Bool {
        [".+", "^.+$", "..*", ".*.", "(.+)", ".+.*", ".*.+"].contains(expression)
    }

    static func ignoresCase(_ expression: String) -> Bool {
        guard expression.hasPrefix("(?"), let close = expression.firstIndex(where: { $0 == ")" || $0 == ":" }) else {
            return false
        }
        let flags = expression[..<close].dropFirst(2)
        return flags.allSatisfy { "imsU-".contains($0) } && flags.prefix { $0 != "-" }.contains("i")
    }

    /// Whether the character that stands `count` from the end is escaped.
    private static func isEscaped(_ text: Substring, before count: Int) -> Bool {
        var backslashes = 0
        for character in text.dropLast(count).reversed() {
            guard character == "\\" else { break }
            backslashes += 1
        }
        return backslashes % 2 == 1
    }

    private static let special = Set(".[](){}*+?^$|".utf8)

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !byte.isLetter && !byte.isDigit && byte != UInt8(ascii: "_")
    }
}
