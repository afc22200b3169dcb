import Diagnostics

/// A column of a chart's table that has no numbers, or no name.
///
/// ## Why
///
/// Each column behind the first is drawn as bars. Of words there are none, and bars that nobody can name say nothing.
///
/// ## Example
///
/// ```markdown
/// ::: chart Time of a build
/// | Program | Language | Time  |
/// | ------- | -------- | ----: |
/// | Galley  | Swift    | 0.9 s |
/// | Hugo    | Go       | 1.4 s |
/// :::
/// ```
///
/// ## Instead
///
/// ```markdown
/// ::: chart Time of a build
/// | Program        | Time  |
/// | -------------- | ----: |
/// | Galley (Swift) | 0.9 s |
/// | Hugo (Go)      | 1.4 s |
/// :::
/// ```
public enum ChartColumn: Rule {
    public static let id: RuleID = "chart/column"
    public static let severity = Severity.error

    static func withoutNumbers(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the column `\(name)` of this chart holds no numbers", at: origin,
            help: "say it in the first column, or in a table outside of the chart")
    }

    static func withoutName(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "a column of this chart has no name", at: origin, help: "say at its head what its numbers are")
    }
}
