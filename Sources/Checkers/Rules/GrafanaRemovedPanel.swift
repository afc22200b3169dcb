import Diagnostics

/// A type of panel that Grafana no longer has.
///
/// ## Why
///
/// Panels of the old types need Angular, which Grafana has removed; they show an error.
///
/// ## Example
///
/// ```json
/// {"id": 1, "type": "graph", "title": "Lines"}
/// ```
///
/// ## Instead
///
/// ```json
/// {"id": 1, "type": "timeseries", "title": "Lines"}
/// ```
public enum GrafanaRemovedPanel: Rule {
    public static let id: RuleID = "grafana/removed-panel"
    public static let severity = Severity.error

    static func found(_ type: String, replacement: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "Grafana no longer has the panel `\(type)`", at: origin, help: "use `\(replacement)`",
            fix: .init(
                title: "replace with `\(replacement)`", edits: [.init(origin.span, "\"\(replacement)\"")], isSafe: false
            ))
    }
}
