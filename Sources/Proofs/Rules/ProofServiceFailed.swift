import Diagnostics

/// A service that snippets need is installed, and does not get ready or refuses what it is given.
///
/// ## Why
///
/// The snippets that need it were not run. A service that is missing on one machine is only counted; one that is there and
/// fails hides what the snippets would have shown.
///
/// ## Example
///
/// ````markdown
/// ```bash {needs=postgres}
/// psql --command 'SELECT count(*) FROM errors'
/// ```
/// ````
///
/// with a file below `services.postgres.files` that PostgreSQL refuses.
///
/// ## Instead
///
/// Mend what the message quotes: a file that `services` names in `galley.yml`, or the installation of the program.
public enum ProofServiceFailed: Rule {
    public static let id: RuleID = "proof/service-failed"
    public static let severity = Severity.error

    /// - Parameter others: how many further snippets were not run for it.
    static func found(
        _ service: String, because reason: String, others: Int, at origin: PositionMap.Origin
    ) -> Diagnostic {
        let more = others == 1 ? "1 more snippet was" : "\(others) more snippets were"
        return diagnostic(
            "the service `\(service)` can't be had: \(reason)", at: origin,
            notes: others > 0 ? ["\(more) not run for it"] : [],
            help: "mend what `services` names in `galley.yml`; `galley doctor` says which programs are used")
    }
}
