import Diagnostics

/// A chart that does not hold just one table of figures.
///
/// ## Why
///
/// A chart draws the figures of the table in it, and shows the table to those who can't see the bars. Without a table
/// there is nothing to draw, and of two nobody knows which is meant.
///
/// ## Example
///
/// ```markdown
/// ::: chart Time of a build
/// Galley takes 0.9 s, Hugo 1.4 s.
/// :::
/// ```
///
/// ## Instead
///
/// ```markdown
/// ::: chart Time of a build
/// | Program | Time  |
/// | ------- | ----: |
/// | Galley  | 0.9 s |
/// | Hugo    | 1.4 s |
/// :::
/// ```
public enum ChartTable: Rule {
    public static let id: RuleID = "chart/table"
    public static let severity = Severity.error

    static func missing(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this chart holds no table", at: origin,
            help: "put the figures in a table: the first column names what is compared, each further one holds numbers")
    }

    static func second(at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "this chart holds a second table", at: origin,
            related: [.init(first, "this is the table that it draws")], help: "make a chart of its own for it")
    }

    static func other(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "a chart holds a table and nothing else", at: origin, help: "put the text before the chart or behind it")
    }

    static func empty(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the table of this chart has nothing to draw", at: origin,
            help: "give it a column of numbers beside the first, and a row")
    }
}
