import Diagnostics

/// A container whose name is not known.
///
/// ## Why
///
/// A misspelled name would print the content without tabs or folding, and nobody would notice.
///
/// ## Example
///
/// ```markdown
/// ::: detail How it is stored
/// Chunks hold compressed lines.
/// :::
/// ```
///
/// ## Instead
///
/// Use `tabs`, `tab Title`, `details Title` or `chart Title`. For notes and warnings there are alerts.
///
/// ```markdown
/// > [!NOTE]
/// > Chunks hold compressed lines.
/// ```
public enum ContainerUnknown: Rule {
    public static let id: RuleID = "container/unknown"
    public static let severity = Severity.error

    static func unknown(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        let known = ContainerName.allCases.map(\.rawValue)
        let isAlert = AlertKind.allCases.contains { "\($0.name)" == name.lowercased() }
        let near = Spelling.nearest(to: name, among: known)
        return diagnostic(
            "there is no container `\(name)`", at: origin,
            notes: ["known containers: \(known.map { "`\($0)`" }.joined(separator: ", "))"],
            help: isAlert
                ? "write it as an alert: `> [!\(name.uppercased())]`"
                : near.map { "did you mean `\($0)`?" } ?? "use one of the known containers")
    }
}
