import Diagnostics

/// A snippet that was not proven as far as it asks.
///
/// ## Why
///
/// `proof=` names the least that must be known of a snippet. Without it, the checker's highest level is asked for,
/// and what is missing on this machine is only counted.
///
/// ## Example
///
/// ````markdown
/// ```bash {proof=match}
/// date
/// ```
/// ````
///
/// ## Instead
///
/// Give what is missing: a block `output` behind the snippet, a program (`galley doctor` names it), a service. Or ask
/// for less.
///
/// ````markdown
/// ```bash {proof=run}
/// date
/// ```
/// ````
public enum ProofBelowRequest: Rule {
    public static let id: RuleID = "proof/below-request"
    public static let severity = Severity.error

    static func found(
        _ asked: ProofLevel, reached: ProofLevel?, because reason: String?, at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic(
            "this snippet asks to be \(asked.rawValue), and is \(reached?.rawValue ?? "not even parsed")", at: origin,
            notes: reason.map { [$0] } ?? [],
            help: asked == .matched
                ? "put a block `output` behind it, or ask for less"
                : "`galley doctor` tells what is missing here; or ask for less")
    }
}
