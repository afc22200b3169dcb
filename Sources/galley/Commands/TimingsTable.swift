/// Where the time of a build went, for those who ask.
enum TimingsTable {
    /// A line a stage. Stages that run on several cores count the time of each.
    static func text(_ stages: [(name: String, seconds: Double)]) -> String {
        let total = stages.reduce(0) { $0 + $1.seconds }
        let rows = stages + [(name: "all", seconds: total)]
        let width = rows.map(\.name.count).max() ?? 0
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
