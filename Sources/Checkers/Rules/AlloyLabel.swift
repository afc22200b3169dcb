import Diagnostics

/// A component without a label, or a block with a label that takes none.
///
/// ## Why
///
/// Alloy refuses the whole file.
///
/// ## Example
///
/// ```alloy
/// loki.write {
///   endpoint "main" {
///     url = "https://loki.example.com/loki/api/v1/push"
///   }
/// }
/// ```
///
/// ## Instead
///
/// ```alloy
/// loki.write "main" {
///   endpoint {
///     url = "https://loki.example.com/loki/api/v1/push"
///   }
/// }
/// ```
public enum AlloyLabel: Rule {
    public static let id: RuleID = "alloy/label"
    public static let severity = Severity.error

    static func missing(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(name)` has no label", at: origin, help: "add one: `\(name) \"main\" { … }`")
    }

    static func unexpected(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(name)` takes no label", at: origin, help: "remove it")
    }
}
