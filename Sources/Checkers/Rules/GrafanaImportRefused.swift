import Diagnostics

/// A dashboard that a real Grafana does not take, or takes in part.
///
/// ## Why
///
/// With `--grafana URL` each whole dashboard is imported into that Grafana, looked at and removed again. What it refuses
/// your readers can't import either.
///
/// ## Example
///
/// ```json
/// {"title": "", "schemaVersion": 39, "panels": []}
/// ```
///
/// Grafana answers 400: the title can't be empty.
///
/// ## Instead
///
/// ```json
/// {"title": "Orders", "schemaVersion": 39, "panels": []}
/// ```
public enum GrafanaImportRefused: Rule {
    public static let id: RuleID = "grafana/import-refused"
    public static let severity = Severity.error

    static func refused(
        _ grafana: String, _ status: Int, _ body: String, at origin: PositionMap.Origin
    ) -> Diagnostic {
        let help = status == 401 || status == 403 ? "put a token that may edit into GALLEY_GRAFANA_TOKEN" : nil
        return diagnostic(
            "\(grafana) does not take the dashboard (status \(status))", at: origin,
            notes: body.isEmpty ? [] : ["it says: \(body.prefix(300))"], help: help)
    }

    static func panels(_ grafana: String, _ count: Int, of all: Int, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("\(grafana) has \(count) panels of the dashboard's \(all) after the import", at: origin)
    }
}
