/// A regular expression held against the syntax of RE2, which Loki and the programs around it use.
public struct RegexCheck: Sendable, Hashable {
    /// Why it can't be used; nil where it can.
    public let problem: String?
    /// How many groups it has, the whole match not counted.
    public let groupCount: Int
    /// The names of the groups that have one.
    public let groupNames: [String]

    public init(_ pattern: String) {
        guard let regex = Regex(pattern) else {
            (problem, groupCount, groupNames) = ("there is no memory for it", 0, [])
            return
        }
        problem = regex.problem
        groupCount = regex.problem == nil ? regex.groupCount : 0
        groupNames = regex.problem == nil ? regex.groupNames.compactMap { $0 } : []
    }
}
