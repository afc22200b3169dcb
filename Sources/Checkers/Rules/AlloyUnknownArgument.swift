import Diagnostics

/// An argument or block that the component does not take, or not at this place.
///
/// ## Why
///
/// Alloy refuses the whole file.
///
/// ## Example
///
/// ```alloy
/// loki.write "main" {
///   url = "https://loki.example.com/loki/api/v1/push"
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
public enum AlloyUnknownArgument: Rule {
    public static let id: RuleID = "alloy/unknown-argument"
    public static let severity = Severity.error

    static func found(
        _ name: String, kind: String, in block: String, near: String?, inside: String?, at origin: PositionMap.Origin
    ) -> Diagnostic {
        let help = inside.map { "it belongs into the block `\($0)`" } ?? near.map { "did you mean `\($0)`?" }
        return diagnostic(
            "`\(block)` takes no \(kind) `\(name)`", at: origin, help: help,
            fix: inside == nil
                ? near.map { .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false) }
                : nil)
    }

    static func isBlock(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(name)` is a block, not an argument", at: origin, help: "write `\(name) { … }`")
    }

    static func isArgument(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(name)` is an argument, not a block", at: origin, help: "write `\(name) = …`")
    }

    static func excludes(_ names: [String], in block: String, at origin: PositionMap.Origin) -> Diagnostic {
        let list = names.map { "`\($0)`" }.joined(separator: " and ")
        return diagnostic("`\(block)` takes only one of \(list)", at: origin, help: "keep one of them")
    }
}
