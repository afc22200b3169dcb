import Diagnostics

/// A text that Alloy can't read.
///
/// ## Why
///
/// Alloy refuses the whole file, and keeps its last configuration or does not start.
///
/// ## Example
///
/// ```alloy
/// loki.write "main" {
///   endpoint {
///     url: "https://loki.example.com/loki/api/v1/push"
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
public enum AlloySyntax: Rule {
    public static let id: RuleID = "alloy/syntax"
    public static let severity = Severity.error

    static func found(_ error: AlloySyntaxError, at origin: PositionMap.Origin, opener: Span?) -> Diagnostic {
        diagnostic(
            error.message, at: origin, related: opener.map { [.init($0, "opened here")] } ?? [], help: error.help)
    }
}
