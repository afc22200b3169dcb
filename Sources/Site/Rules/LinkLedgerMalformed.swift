import Diagnostics

/// A line of the ledger of links that is none.
///
/// ## Why
///
/// What it said of an address is lost, so that the address may be told to be broken without its days of grace.
///
/// ## Example
///
/// ```
/// https://grafana.com/docs/ 2026-11-28
/// <<<<<<< HEAD
/// ```
///
/// ## Instead
///
/// Remove the line; of two lines for one address the later day counts, so a conflict is solved by keeping both sides.
/// `galley check links --record` writes the file anew.
public enum LinkLedgerMalformed: Rule {
    public static let id: RuleID = "links/ledger-malformed"
    public static let severity = Severity.warning

    static func line(at span: Span) -> Diagnostic {
        diagnostic(
            "found a line that is neither an address with a day nor a comment", at: span,
            help: "write `address day` with one space between them, or remove it; "
                + "where both sides of a merge speak of one address, both lines may stay")
    }

    static func noText(at span: Span) -> Diagnostic {
        diagnostic(
            "the ledger of links is no text in UTF-8, so nothing in it counts", at: span,
            help: "`galley check links --record` writes it anew")
    }

    static func unreadable(_ path: String, _ failure: ProjectFiles.Failure, at span: Span) -> Diagnostic {
        diagnostic("the ledger of links `\(path)` can't be read: \(failure.reason)", at: span, help: "name a file")
    }
}
