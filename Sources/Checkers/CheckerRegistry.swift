import Configuration
import Proofs

/// All checkers, one line each.
public enum CheckerRegistry {
    public static let all: [any Checker] = [
        LogQLChecker(),
        LokiConfigChecker(),
        PrometheusRuleTestChecker(),
        PrometheusRulesChecker(),
        PromQLChecker(),
    ]

    /// Galley's own and those of the project, which come last, so that they take a subject over.
    public static func all(_ settings: ProofSettings) -> [any Checker] {
        all + settings.checkers.map { ProgramChecker($0) }
    }
}
