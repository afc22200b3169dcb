import Diagnostics

/// A line of a dataset that is no line of logs.
///
/// ## Why
///
/// What queries would find in it is missing from every answer.
///
/// ## Example
///
/// ```json
/// {"labels": {"app": "shop"}, "ts": "yesterday", "line": "started"}
/// ```
///
/// ## Instead
///
/// Each line is an object with the labels of a stream, a time in nanoseconds since 1970, a text and, where there is any, metadata:
///
/// ```json
/// {"labels": {"app": "shop"}, "ts": "1700000000000000000", "line": "started", "metadata": {"trace_id": "4bf9"}}
/// ```
public enum DatasetMalformed: Rule {
    public static let id: RuleID = "dataset/malformed"
    public static let severity = Severity.error

    public static func finding(_ problem: DatasetProblem, at span: Span) -> Diagnostic {
        diagnostic(problem.message, at: span)
    }
}
