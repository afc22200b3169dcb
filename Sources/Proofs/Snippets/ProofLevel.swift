/// How much is known of a snippet. The higher includes the lower.
public enum ProofLevel: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Its syntax was accepted by a parser of its language.
    case parsed
    /// Its meaning was checked: names, types, rules of the program that reads it.
    case validated
    /// It was run, and it worked.
    case executed
    /// It was run, and it printed what the page says.
    case matched

    public static func < (left: ProofLevel, right: ProofLevel) -> Bool { left.rank < right.rank }

    /// The word that authors write after `proof=`.
    public var request: String {
        switch self {
        case .parsed: "parse"
        case .validated: "validate"
        case .executed: "run"
        case .matched: "match"
        }
    }

    public init?(request: String) {
        guard let level = Self.allCases.first(where: { $0.request == request }) else { return nil }
        self = level
    }

    private var rank: Int {
        switch self {
        case .parsed: 1
        case .validated: 2
        case .executed: 3
        case .matched: 4
        }
    }
}
