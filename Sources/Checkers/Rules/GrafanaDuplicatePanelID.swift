import Diagnostics

/// Two panels of a dashboard with one id.
///
/// ## Why
///
/// Links to panels and alerts name them by their id. Grafana gives one of them another when it loads the file.
///
/// ## Example
///
/// ```json
/// {"panels": [{"id": 1, "type": "text"}, {"id": 1, "type": "text"}]}
/// ```
///
/// ## Instead
///
/// ```json
/// {"panels": [{"id": 1, "type": "text"}, {"id": 2, "type": "text"}]}
/// ```
public enum GrafanaDuplicatePanelID: Rule {
    public static let id: RuleID = "grafana/duplicate-panel-id"
    public static let severity = Severity.error

    static func found(_ id: String, at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "another panel has the id `\(id)` too", at: origin, related: [.init(first, "the first is here")],
            help: "give each panel an id of its own")
    }
}
