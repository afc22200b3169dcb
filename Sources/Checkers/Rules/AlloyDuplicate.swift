import Diagnostics

/// Something that may be there once is there twice: a component with its label, an argument, a block.
///
/// ## Why
///
/// Alloy refuses the whole file.
///
/// ## Example
///
/// ```alloy
/// loki.write "main" { }
///
/// loki.write "main" { }
/// ```
///
/// ## Instead
///
/// ```alloy
/// loki.write "main" { }
///
/// loki.write "backup" { }
/// ```
public enum AlloyDuplicate: Rule {
    public static let id: RuleID = "alloy/duplicate"
    public static let severity = Severity.error

    static func component(_ id: String, at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "there are two `\(id)`", at: origin, related: [.init(first, "the first one")],
            help: "give one of them another label")
    }

    static func part(
        _ name: String, kind: String, in block: String, at origin: PositionMap.Origin, first: Span
    ) -> Diagnostic {
        diagnostic(
            "`\(block)` takes only one \(kind) `\(name)`", at: origin, related: [.init(first, "the first one")])
    }
}
