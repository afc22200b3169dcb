import Configuration
import Proofs

/// All checkers, one line each.
public enum CheckerRegistry {
    public static let all: [any Checker] = [
        LogQLChecker()
    ]

    /// Galley's own and those of the project. A project's checker takes a subject over from Galley's.
    public static func all(_ settings: ProofSettings) -> [any Checker] {
        all
    }
}
