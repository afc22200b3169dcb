/// How many examples have been proven, and how far.
struct ProofTotals: Sendable {
    struct Level: Sendable {
        let name: String
        let count: Int
    }

    let examples: Int
    let proven: Int
    /// The levels that some example reached, the least first.
    let levels: [Level]

    init(_ ledger: EvidenceLedger) {
        let proven = ledger.entries.filter { $0.skip == nil && $0.level != nil }
        examples = ledger.entries.count
        self.proven = proven.count
        levels = ProofPage.levels.map { level in Level(name: level, count: proven.count { $0.level == level }) }
            .filter { $0.count > 0 }
    }

    /// As in "All 232 examples proven".
    var sentence: String {
        proven == examples ? "All \(examples) examples proven" : "\(proven) of \(examples) examples proven"
    }

    /// What templates are given: figures, and for a bar the place and share of each level in per cent.
    func context(address: String) -> TemplateContext {
        var start = 0.0
        let parts = levels.map { level -> TemplateContext in
            let share = Double(level.count) * 100 / Double(max(examples, 1))
            defer { start += share }
            return [
                "name": .text(level.name), "count": .text(String(level.count)),
                "meaning": .text(ProofPage.meanings[level.name] ?? ""),
                "start": .text(Self.rounded(start)), "share": .text(Self.rounded(share)),
            ]
        }
        return [
            "examples": .text(String(examples)), "proven": .text(String(proven)), "sentence": .text(sentence),
            "url": .text(address), "levels": .list(parts),
        ]
    }

    /// With two digits behind the point, by whole numbers: no locale and no printing of fractions is asked.
    private static func rounded(_ value: Double) -> String {
        let hundredths = Int(value * 100 + 0.5)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
