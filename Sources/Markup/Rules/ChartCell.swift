import Diagnostics

/// A cell of a chart's table that can't be drawn: no number from 0 up, or one of another unit than the others.
///
/// ## Why
///
/// The bars of a column share a scale that begins at 0. A bar of 850 ms would be longer than one of 1.2 s, a range has two
/// lengths, and a gap would look like 0.
///
/// ## Example
///
/// ```markdown
/// ::: chart Time of a build
/// | Program | Time      |
/// | ------- | --------: |
/// | Galley  | 850 ms    |
/// | Hugo    | 1.2–1.4 s |
/// :::
/// ```
///
/// ## Instead
///
/// Write numbers as `850`, `1,234` or `0.5`, with one unit behind them or none.
///
/// ```markdown
/// ::: chart Time of a build
/// | Program | Time   |
/// | ------- | -----: |
/// | Galley  | 0.85 s |
/// | Hugo    | 1.3 s  |
/// :::
/// ```
public enum ChartCell: Rule {
    public static let id: RuleID = "chart/cell"
    public static let severity = Severity.error

    static func noNumber(_ text: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            text.isEmpty ? "a cell of this chart is empty" : "`\(text)` is no number from 0 up", at: origin,
            help: "write one number, with its unit behind it, or leave the row out")
    }

    static func otherUnit(_ text: String, _ unit: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(text)` is not in the unit of this column, `\(unit)`", at: origin,
            help: "write all numbers of a column in one unit")
    }
}
