/// How many snippets are proven how far.
public struct ProofSummary: Sendable, Equatable {
    /// The counts of one language.
    public struct Row: Sendable, Equatable {
        public let language: String
        public var total = 0
        public var levels: [ProofLevel: Int] = [:]
        public var skipped = 0
        public var unproven = 0
        public var failed = 0

        public var proven: Int { levels.values.reduce(0, +) }
    }

    /// In the order of the languages' names.
    public let rows: [Row]
    public let all: Row

    public init(_ verdicts: [Verdict]) {
        var rows: [String: Row] = [:]
        var all = Row(language: "all")
        for verdict in verdicts {
            let language = verdict.snippet.language.isEmpty ? "none" : verdict.snippet.language
            var row = rows[language] ?? Row(language: language)
            Self.count(verdict, in: &row)
            Self.count(verdict, in: &all)
            rows[language] = row
        }
        self.rows = rows.values.sorted { $0.language < $1.language }
        self.all = all
    }

    private static func count(_ verdict: Verdict, in row: inout Row) {
        row.total += 1
        switch verdict.status {
        case .proven: if let level = verdict.level { row.levels[level, default: 0] += 1 }
        case .skipped: row.skipped += 1
        case .unproven: row.unproven += 1
        case .failed: row.failed += 1
        }
    }

    /// The totals in words.
    public var line: String {
        var parts = ["\(all.proven) of \(all.total) blocks proven"]
        let levels = ProofLevel.allCases.reversed().compactMap { level in
            all.levels[level].map { "\($0) \(level.rawValue)" }
        }
        if !levels.isEmpty { parts[0] += " (" + levels.joined(separator: ", ") + ")" }
        if all.skipped > 0 { parts.append("\(all.skipped) skipped") }
        if all.unproven > 0 { parts.append("\(all.unproven) unproven here") }
        if all.failed > 0 { parts.append("\(all.failed) failed") }
        return parts.joined(separator: ", ")
    }

    /// A table with a line for each language, for people.
    public var table: String {
        let heads = ["language", "blocks"] + ProofLevel.allCases.map(\.rawValue) + ["skipped", "unproven", "failed"]
        let cells =
            [heads]
            + (rows + [all]).map { row in
                let counts = [row.total] + ProofLevel.allCases.map { row.levels[$0] ?? 0 }
                return [row.language]
                    + (counts + [row.skipped, row.unproven, row.failed]).map { $0 == 0 ? "-" : String($0) }
            }
        let widths = heads.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[column] + space : space + row[column]
            }.joined(separator: "  ") + "\n"
        }.joined()
    }
}
