import Diagnostics

/// A block of YAML that holds nothing.
///
/// ## Why
///
/// Nothing is shown, and nothing can be proven.
///
/// ## Example
///
/// ```yaml
/// # to be written
/// ```
///
/// ## Instead
///
/// Write the example, or take the block out.
public enum YAMLEmpty: Rule {
    public static let id: RuleID = "yaml/empty"
    public static let severity = Severity.error

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("there is nothing in it but comments", at: origin)
    }
}
