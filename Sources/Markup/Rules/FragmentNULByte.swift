import Diagnostics

/// A NUL byte in a text.
///
/// ## Why
///
/// No text has one: the file is damaged, or is no text at all. Many programs stop reading there.
///
/// ## Example
///
/// A fragment saved as UTF-16, in which each second byte is NUL.
///
/// ## Instead
///
/// Save it as UTF-8, or restore it.
public enum FragmentNULByte: Rule {
    public static let id: RuleID = "fragment/nul-byte"
    public static let severity = Severity.error

    static func finding(at span: Span, includedFrom: [Span]) -> Diagnostic {
        diagnostic(
            "found a NUL byte at offset \(span.range.lowerBound), expected text", at: span, includedFrom: includedFrom,
            help: "save the file as UTF-8, or restore it if it is damaged")
    }
}
