import Diagnostics

/// A reference to a component, or to something it exports, that does not exist.
///
/// ## Why
///
/// Alloy refuses the whole file.
///
/// In a text that shows a part of a configuration, references lead to parts that are shown elsewhere. There, only a reference
/// that is a misspelling of something in the text is found. With `in=FILE` the text is read as a part of that file, and all
/// references must lead somewhere.
///
/// ## Example
///
/// ```alloy
/// loki.source.file "app" {
///   targets    = local.file_match.app.target
///   forward_to = [loki.write.mian.receiver]
/// }
/// ```
///
/// ## Instead
///
/// ```alloy
/// loki.source.file "app" {
///   targets    = local.file_match.app.targets
///   forward_to = [loki.write.main.receiver]
/// }
/// ```
public enum AlloyUnresolvedReference: Rule {
    public static let id: RuleID = "alloy/unresolved-reference"
    public static let severity = Severity.error

    static func component(_ id: String, near: String?, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("there is no `\(id)`", at: origin, help: near.map { "did you mean `\($0)`?" })
    }

    static func export(
        _ name: String, of component: String, known: [String], at origin: PositionMap.Origin
    ) -> Diagnostic {
        let near = Spelling.nearest(to: name, among: known)
        let list = known.map { "`\($0)`" }.joined(separator: ", ")
        return diagnostic(
            "`\(component)` exports no `\(name)`", at: origin,
            notes: [known.isEmpty ? "it exports nothing" : "it exports \(list)"],
            help: near.map { "did you mean `\($0)`?" })
    }

    static func function(_ name: String, near: String?, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "Alloy has no function or constant `\(name)`", at: origin, help: near.map { "did you mean `\($0)`?" })
    }
}
