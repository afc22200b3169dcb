import Proofs

/// All checkers, one line each.
public enum CheckerRegistry {
    public static let all: [any Checker] = []
}
