import Diagnostics

/// A file that is not UTF-8.
///
/// ## Why
///
/// Read in any other way its letters come out wrong, and which way was meant can't be known.
///
/// ## Example
///
/// A fragment saved as Latin-1, in which `é` is the single byte `0xE9`.
///
/// ## Instead
///
/// Save it as UTF-8: `iconv -f latin1 -t utf-8 old.md > new.md`.
public enum FragmentNotUTF8: Rule {
    public static let id: RuleID = "fragment/not-utf8"
    public static let severity = Severity.error

    static func finding(_ bytes: [UInt8], at span: Span, includedFrom: [Span]) -> Diagnostic {
        let offset = span.range.lowerBound
        let hex = String(bytes[offset], radix: 16, uppercase: true)
        return diagnostic(
            "the byte 0x\(hex) at offset \(offset) is not UTF-8", at: span, includedFrom: includedFrom,
            help: "save the file as UTF-8")
    }
}
