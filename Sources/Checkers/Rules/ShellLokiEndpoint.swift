import Diagnostics

/// A request to Loki that its API does not have.
///
/// ## Why
///
/// A path that Loki does not know is answered with `404 page not found`, a method that it does not take with 405. Both are
/// easily overlooked in a script without `--fail`.
///
/// ## Example
///
/// ```bash
/// curl -sS "http://loki:3100/api/v1/labels"
/// ```
///
/// ## Instead
///
/// ```bash
/// curl -sS "http://loki:3100/loki/api/v1/labels"
/// ```
public enum ShellLokiEndpoint: Rule {
    public static let id: RuleID = "shell/loki-endpoint"
    public static let severity = Severity.error

    static func unknownPath(_ path: String, near: String?, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "Loki has no path `\(path)`", at: origin, help: near.map { "did you mean `\($0)`?" },
            fix: near.map { .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false) })
    }

    static func method(
        _ method: String, path: String, known: [String], at origin: PositionMap.Origin
    ) -> Diagnostic {
        let others = known.map { "`\($0)`" }.joined(separator: " or ")
        return diagnostic("Loki does not take \(method) at `\(path)`, but \(others)", at: origin)
    }
}
