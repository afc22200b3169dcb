import Site

/// Where the time of a build went, for those who ask.
enum TimingsTable {
    /// A line a stage. Stages that run on several cores count the time of each.
    static func text(_ stages: [Timings.Stage]) -> String {
        let total = stages.reduce(0) { $0 + $1.seconds }
        let rows = stages.map { ($0.name, $0.seconds) } + [("all", total)]
        let width = rows.map(\.0.count).max() ?? 0
        var lines = ["\(padded("stage", width))        ms  share"]
        for (name, seconds) in rows {
            let share = total > 0 ? Int((seconds / total * 100).rounded()) : 0
            lines.append("\(padded(name, width))  \(aligned(milliseconds(seconds), 8))  \(aligned("\(share) %", 5))")
        }
        return lines.joined(separator: "\n")
    }

    private static func milliseconds(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10_000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func aligned(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
