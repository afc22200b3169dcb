import Configuration
import Diagnostics
import YAML

/// An exception for links whose last day is over.
///
/// ## Why
///
/// It was to be temporary. The links that it left out are asked again.
///
/// ## Example
///
/// ```yaml
/// links:
///   hosts:
///     status.example.com: {skip: it moves to another host, until: 2020-01-31}
/// ```
///
/// ## Instead
///
/// Remove it, or give it a new date with the reason.
public enum LinkPolicyExpired: Rule {
    public static let id: RuleID = "links/policy-expired"
    public static let severity = Severity.error

    static func exclusion(_ address: String, _ until: Located<CalendarDate>) -> Diagnostic {
        diagnostic(
            "the exclusion of `\(address)` ended on \(until.value)", at: until.origin,
            help: "remove it, or set a new date")
    }

    static func host(_ host: String, _ until: Located<CalendarDate>) -> Diagnostic {
        diagnostic(
            "`\(host)` was to be skipped until \(until.value)", at: until.origin, help: "remove it, or set a new date")
    }
}
