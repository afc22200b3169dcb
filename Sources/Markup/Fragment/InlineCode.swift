/// Finds the code spans of a block (CommonMark 0.31, 6.1): a run of backticks up to the next run of the same length.
enum InlineCode {
    /// The spans with their backticks, in order. `range` is a block of text, which may have several lines.
    static func spans(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        let tick = UInt8(ascii: "`")
        var runs: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == tick else {
                index += 1
                continue
            }
            let start = index
            while index < range.upperBound, bytes[index] == tick { index += 1 }
            runs.append(start..<index)
        }
        let partners = partners(of: runs)
        var spans: [Range<Int>] = []
        var run = 0
        while run < runs.count {
            if isEscaped(runs[run].lowerBound, in: bytes, from: spans.last?.upperBound ?? range.lowerBound) {
                // The first backtick is a character, and a shorter run follows it; such a run opens too rarely to matter.
                run += 1
            } else if let partner = partners[run] {
                spans.append(runs[run].lowerBound..<runs[partner].upperBound)
                run = partner + 1
            } else {
                run += 1
            }
        }
        return spans
    }

    /// For each run the next one of the same length.
    private static func partners(of runs: [Range<Int>]) -> [Int?] {
        var nearest: [Int: Int] = [:]
        var partners = [Int?](repeating: nil, count: runs.count)
        for index in runs.indices.reversed() {
            partners[index] = nearest.updateValue(index, forKey: runs[index].count)
        }
        return partners
    }

    /// Whether an odd number of backslashes stands before a byte.
    static func isEscaped(_ index: Int, in bytes: [UInt8], from start: Int) -> Bool {
        var backslashes = 0
        while index - backslashes > start, bytes[index - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
        return backslashes % 2 == 1
    }
}
