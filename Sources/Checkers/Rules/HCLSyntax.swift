import Diagnostics

/// A text that is not in the syntax of HCL, the language of Terraform.
///
/// ## Why
///
/// Terraform refuses the whole folder.
///
/// ## Example
///
/// ```hcl
/// resource "helm_release" "loki" {
///   chart =
/// }
/// ```
///
/// ## Instead
///
/// ```hcl
/// resource "helm_release" "loki" {
///   chart = "loki"
/// }
/// ```
public enum HCLSyntax: Rule {
    public static let id: RuleID = "hcl/syntax"
    public static let severity = Severity.error

    static func found(_ message: String, help: String?, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(message, at: origin, help: help)
    }
}
