import Diagnostics

/// An `output {chart}` that can't be drawn.
///
/// ## Why
///
/// The lines of a chart are drawn from the text of the output, which is held against what the snippet prints. Drawn is a table
/// whose first column is `time` and whose other columns are numbers: what a metric query over a range prints.
///
/// ## Example
///
/// ````markdown
/// ```logql {data=shop}
/// sum by (level) (count_over_time({app="shop"}[5m]))
/// ```
///
/// ```output {chart}
/// level  value
/// error  12
/// ```
/// ````
///
/// ## Instead
///
/// Ask over a range, and let `galley snippets update` write what is printed. `-` stands where a series has no value.
///
/// ````markdown
/// ```logql {data=shop range=10m step=5m}
/// sum by (level) (count_over_time({app="shop"}[5m]))
/// ```
///
/// ```output {chart}
/// time                  {level="error"}  {level="warn"}
/// 2026-11-20T13:55:00Z  12               -
/// 2026-11-20T14:00:00Z  9                2
/// 2026-11-20T14:05:00Z  4                2
/// ```
/// ````
public enum ChartOutput: Rule {
    public static let id: RuleID = "chart/output"
    public static let severity = Severity.error

    private static let update = "give the query `range=` and `step=`, and let `galley snippets update` write the output"

    static func notOutput(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "only a block `output` is drawn", at: origin,
            help: "write `chart` behind the `output` that follows this block, or put a table into `::: chart Title`")
    }

    static func empty(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("this output has nothing to draw: a line takes a series and two times", at: origin, help: update)
    }

    static func noTimes(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("this output does not begin with a column `time` and names of series", at: origin, help: update)
    }

    static func cells(_ count: Int, expected: Int, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this line has \(count) \(count == 1 ? "column" : "columns"), the first line has \(expected)", at: origin,
            help: "write all lines as the query prints them, with two blanks between columns and `-` for no value")
    }

    static func noTime(_ text: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(text)` is no time such as `2026-11-20T14:05:00Z`", at: origin)
    }

    static func earlier(_ text: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(text)` is not later than the time in the line before", at: origin)
    }

    static func noNumber(_ text: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(text)` is no number", at: origin,
            help: "a picture shows figures: write the one that is printed, or `-` where there is none")
    }
}
