/// Finds what an author probably meant.
public enum Spelling {
    /// The candidate nearest to a word, when it is near enough to be meant: at most one change for every three letters.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(1, word.utf8.count / 3)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let distance = distance(word, candidate, limit: best.map { $0.distance - 1 } ?? limit)
            if let distance { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// How many insertions, deletions, replacements and swaps of neighbours lead from one text to the other (the
    /// optimal string alignment distance), over lower-case bytes; nil when there are more than `limit`.
    static func distance(_ left: String, _ right: String, limit: Int) -> Int? {
        let left = Array(left.lowercased().utf8)
        let right = Array(right.lowercased().utf8)
        guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = previous
        for row in 0..<left.count {
            current[0] = row + 1
            for column in 0..<right.count {
                let replacement = previous[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(replacement, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforePrevious[column - 1] + 1)
                }
                current[column + 1] = best
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }
}
