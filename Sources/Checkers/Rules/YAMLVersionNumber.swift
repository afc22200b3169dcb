import Diagnostics

/// A version that is read as a fraction.
///
/// ## Why
///
/// `3.10` is the number 3.1. The version needs quotation marks to stay what it is.
///
/// ## Example
///
/// ```yaml
/// version: 3.10
/// ```
///
/// ## Instead
///
/// ```yaml
/// version: "3.10"
/// ```
public enum YAMLVersionNumber: Rule {
    public static let id: RuleID = "yaml/version-number"
    public static let severity = Severity.warning

    static func found(_ text: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the version `\(text)` is read as a fraction, without the zero at its end", at: origin,
            help: "put it in quotation marks")
    }
}
