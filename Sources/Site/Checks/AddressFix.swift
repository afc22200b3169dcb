import Diagnostics

extension Diagnostic.Fix {
    /// Another address in the place of one that an author wrote.
    public static func address(_ address: String, at span: Span) -> Diagnostic.Fix {
        let written = inMarkdown(address)
        return Diagnostic.Fix(title: "replace with `\(written)`", edits: [.init(span, written)], isSafe: false)
    }

    /// An address as it may stand between parentheses or angle brackets, or alone (CommonMark, section 6.3): ids of HTML may
    /// hold spaces, and addresses a parenthesis without its other half.
    static func inMarkdown(_ address: String) -> String {
        let isBalanced = hasBalancedParentheses(address)
        let needsDigits = { (byte: UInt8) -> Bool in
            switch byte {
            case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"): true
            case UInt8(ascii: "("), UInt8(ascii: ")"): !isBalanced
            default: false
            }
        }
        guard address.utf8.contains(where: needsDigits) else { return address }
        let bytes = address.utf8.flatMap { needsDigits($0) ? Array(SitePath.encodedByte($0).utf8) : [$0] }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hasBalancedParentheses(_ address: String) -> Bool {
        var depth = 0
        for byte in address.utf8 where byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
            depth += byte == UInt8(ascii: "(") ? 1 : -1
            if depth < 0 { return false }
        }
        return depth == 0
    }
}
