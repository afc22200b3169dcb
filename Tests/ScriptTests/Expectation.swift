/// Compares what a command printed with what a script expects.
enum Expectation {
    /// Whether the text is as expected, where a line `...` stands for any lines and `[..]` for anything in a line.
    static func matches(_ expected: String, _ actual: String) -> Bool {
        matches(
            expected.split(separator: "\n", omittingEmptySubsequences: false)[...],
            actual.split(separator: "\n", omittingEmptySubsequences: false)[...])
    }

    private static func matches(_ expected: ArraySlice<Substring>, _ actual: ArraySlice<Substring>) -> Bool {
        guard let first = expected.first else { return actual.isEmpty }
        if first == "..." {
            let rest = expected.dropFirst()
            return (actual.startIndex...actual.endIndex).contains { matches(rest, actual[$0...]) }
        }
        guard let line = actual.first, lineMatches(first, line) else { return false }
        return matches(expected.dropFirst(), actual.dropFirst())
    }

    private static func lineMatches(_ expected: Substring, _ actual: Substring) -> Bool {
        guard let gap = expected.firstRange(of: "[..]") else { return expected == actual }
        guard actual.hasPrefix(expected[..<gap.lowerBound]) else { return false }
        let rest = expected[gap.upperBound...]
        let tail = actual.dropFirst(expected[..<gap.lowerBound].count)
        return (0...tail.count).contains { lineMatches(rest, tail.dropFirst($0)) }
    }
}
