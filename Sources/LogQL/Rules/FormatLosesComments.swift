import Diagnostics

/// A query with comments, which is not laid out anew.
///
/// ## Why
///
/// Loki's form of a query has no comments: they would be lost.
///
/// ## Example
///
/// ```logql
/// {app="shop"}   # all streams of the shop
///   |= "timeout"
/// ```
///
/// ## Instead
///
/// Lay it out by hand, or say in the text beside the query what the comment says.
public enum FormatLosesComments: Rule {
    public static let id: RuleID = "logql/format-loses-comments"
    public static let severity = Severity.note

    public static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this query is left as it is, since a new layout would lose its comments", at: origin,
            help: "lay it out by hand, or move the comment out of the query")
    }
}
