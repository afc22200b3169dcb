import Diagnostics

/// A word without quotation marks that many programs take for a truth value.
///
/// ## Why
///
/// YAML 1.1 reads `no`, `off`, `on` and `yes` as truth values, so that the country code of Norway became `false`. Programs of today do it still.
///
/// ## Example
///
/// ```yaml
/// country: no
/// ```
///
/// ## Instead
///
/// ```yaml
/// country: "no"
/// ```
public enum YAMLNorway: Rule {
    public static let id: RuleID = "yaml/norway"
    public static let severity = Severity.warning

    static func found(_ word: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(word)` is a truth value for readers of YAML 1.1", at: origin,
            help: "write `true` or `false`, or put the word in quotation marks")
    }
}
