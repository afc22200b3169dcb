import Diagnostics

/// A PromQL query that finds nothing on the series that it is run on.
///
/// ## Why
///
/// An empty answer proves nothing: a misspelled label finds nothing, too.
///
/// ## Example
///
/// ```promql
/// sum(up{jop="loki"})
/// ```
///
/// ## Instead
///
/// Mend the query, or put series into the file that it finds. A query that is to find nothing has an empty block `output` behind it.
public enum PromQLFindsNothing: Rule {
    public static let id: RuleID = "promql/finds-nothing"
    public static let severity = Severity.error

    static func found(on series: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the query finds nothing in the series `\(series)`", at: origin,
            help: "mend the query or the series; where nothing is right, put an empty block `output` behind it")
    }
}
