import Diagnostics

/// A password that stands in the text.
///
/// ## Why
///
/// Readers copy examples with their passwords. What is typed on a command line is in the shell's history and in the list of
/// processes, besides.
///
/// ## Example
///
/// ```bash
/// PGPASSWORD=fraiseql psql -h postgres -U fraiseql
/// ```
///
/// ## Instead
///
/// Take it from a file, from the environment, or leave a placeholder.
///
/// ```bash
/// PGPASSFILE=/run/secrets/pgpass psql -h postgres -U fraiseql
/// ```
public enum SecurityLiteralPassword: Rule {
    public static let id: RuleID = "security/literal-password"
    public static let severity = Severity.warning

    static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "a password is written out", at: origin,
            help: "take it from a file or a variable, or write a placeholder such as `<password>`")
    }
}
