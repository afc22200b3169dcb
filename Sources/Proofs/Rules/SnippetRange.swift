import Diagnostics

/// A range or a step that a query can't be asked with.
///
/// ## Why
///
/// `range=1h step=5m` asks a metric query for its values at each five minutes of the dataset's last hour. One without the
/// other says too little, and a query for lines has no steps.
///
/// ## Example
///
/// ````markdown
/// ```logql {data=shop range=1h}
/// sum(rate({app="shop"}[5m]))
/// ```
/// ````
///
/// ## Instead
///
/// ````markdown
/// ```logql {data=shop range=1h step=5m}
/// sum(rate({app="shop"}[5m]))
/// ```
/// ````
public enum SnippetRange: Rule {
    public static let id: RuleID = "snippet/range"
    public static let severity = Severity.error

    static func alone(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        let other = name == "range" ? "step" : "range"
        return diagnostic(
            "`\(name)` needs `\(other)` beside it", at: origin, help: "write both, as in `range=1h step=5m`")
    }

    static func noDuration(_ text: String, of name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(text)` is no `\(name)`", at: origin,
            help: "write a duration of a second or more, as `30s`, `5m` or `1h`")
    }

    static func steps(_ range: String, _ step: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "a range of `\(range)` can't be asked in steps of `\(step)`", at: origin,
            help: "write a step that is no longer than the range, and so long that there are at most 11,000 of them")
    }

    static func otherLanguage(_ language: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "only queries in `logql` are asked over a range", at: origin,
            help: "take `range` and `step` off this `\(language)`")
    }

    /// A query for lines.
    public static func logQuery(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "a query for lines has no values at steps", at: origin,
            help: "take `range` and `step` off it, or count the lines: `sum(count_over_time({…}[5m]))`")
    }
}
