import Diagnostics

/// A query that finds nothing on the dataset that it is run on.
///
/// ## Why
///
/// An empty answer proves nothing: a misspelled label finds nothing, too. Queries that ask for what is missing
/// (`absent_over_time`, `unless`, a threshold) may find nothing.
///
/// ## Example
///
/// ````markdown
/// ```logql {data=shop}
/// {app="shpo"}
/// ```
/// ````
///
/// ## Instead
///
/// Mend the query, or put lines into the dataset that it finds. A query that is to find nothing has an empty block
/// `output` behind it.
///
/// ````markdown
/// ```logql {data=shop}
/// {app="shop"}
/// ```
/// ````
public enum LogQLFindsNothing: Rule {
    public static let id: RuleID = "logql/finds-nothing"
    public static let severity = Severity.error

    static func found(on dataset: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the query finds nothing in the dataset `\(dataset)`", at: origin,
            help: "mend the query or the dataset; where nothing is right, put an empty block `output` behind it")
    }
}
