import Diagnostics

/// A panel that lies over another, or outside the grid of 24 columns.
///
/// ## Why
///
/// Grafana moves such panels when it loads the file, and the page looks other than it was meant.
///
/// ## Example
///
/// ```json
/// {"panels": [
///   {"id": 1, "type": "text", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8}},
///   {"id": 2, "type": "text", "gridPos": {"x": 6, "y": 4, "w": 24, "h": 8}}
/// ]}
/// ```
///
/// ## Instead
///
/// ```json
/// {"panels": [
///   {"id": 1, "type": "text", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8}},
///   {"id": 2, "type": "text", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8}}
/// ]}
/// ```
public enum GrafanaPanelPlace: Rule {
    public static let id: RuleID = "grafana/panel-place"
    public static let severity = Severity.error

    static func overlap(_ title: String, over other: String, at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "the panel `\(title)` lies over `\(other)`", at: origin, related: [.init(first, "`\(other)` is here")])
    }

    static func outside(_ title: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the panel `\(title)` does not fit into the 24 columns of the grid", at: origin)
    }
}
