import Diagnostics
import Markup
import Proofs
import Site

/// What is known of the examples of the pages that were looked at, since the preview began.
struct ProofBoard: Sendable {
    /// What became of an example that has no proof.
    private struct Standing: Sendable {
        enum Kind: String, Sendable {
            case pending, failed, unproven

            var word: String {
                switch self {
                case .pending: "being proven …"
                case .failed: "not proven"
                case .unproven: "not proven here"
                }
            }
        }

        var kind: Kind
        /// The example's name.
        var id: String
        /// Why there is no proof.
        var reasons: [String] = []
    }

    /// By the digest of the code and its fragment.
    private var entries: [String: EvidenceLedger.Entry] = [:]
    private var standings: [String: Standing] = [:]

    /// Notes that examples are about to be proven.
    mutating func expect(_ snippets: [Snippet]) {
        for snippet in snippets where entries[Self.key(snippet)] == nil {
            standings[Self.key(snippet)] = Standing(kind: .pending, id: snippet.id)
        }
    }

    mutating func take(_ verdicts: [Verdict]) {
        for verdict in verdicts {
            let key = Self.key(verdict.snippet)
            entries[key] = nil
            standings[key] = nil
            switch verdict.status {
            case .proven, .skipped: entries[key] = EvidenceRecord.ledger([verdict]).entries.first
            case .unproven(let reason):
                standings[key] = Standing(kind: .unproven, id: verdict.snippet.id, reasons: [reason])
            case .failed:
                let found = verdict.findings.prefix(5).map(\.message)
                standings[key] = Standing(
                    kind: .failed, id: verdict.snippet.id,
                    reasons: found.isEmpty ? ["it can't be proven as it is written"] : found)
            }
        }
    }

    /// Forgets what was only expected: nobody goes on with it.
    mutating func giveUp() {
        standings = standings.filter { $0.value.kind != .pending }
    }

    /// What pages show of it.
    func additions(to press: Press) -> FigureAdditions {
        let recorded = press.evidence?.entries ?? []
        // What was proven a moment ago counts before what the sources hold, and a failure counts against it. What can't be
        // proven here may have been proven elsewhere.
        let old = recorded.filter { entry in
            let key = Self.key(entry.fragment, entry.digest)
            if entries[key] != nil { return false }
            return standings[key]?.kind != .failed
        }
        let known = Set(old.map { Self.key($0.fragment, $0.digest) })
        let told = standings.filter { !known.contains($0.key) }
        return FigureAdditions(
            evidence: press.evidence.map { _ in EvidenceLedger(Array(entries.values) + old) },
            attributes: { _, block in
                var attributes = [(name: "data-snippet", value: String(block.ordinal))]
                if let data = block.attributes?["data"]?.value { attributes.append(("data-dataset", data)) }
                return attributes
            },
            footer: { chapter, block, output in
                let key = Self.key(chapter.source, EvidenceLedger.digest(of: block.body))
                if let standing = told[key] { output += Self.line(standing).utf8 }
            })
    }

    /// In the form of the badges that a build makes.
    private static func line(_ standing: Standing) -> String {
        let reasons = standing.reasons.map(Escape.markup)
        let facts = reasons.first.map { "<span class=\"proof-facts\"> · \($0)</span>" } ?? ""
        let rows = reasons.map { "<dt>Reason</dt><dd>\($0)</dd>" }.joined()
        return """
            <details class="proof-line" data-level="\(standing.kind)"><summary><span class="proof-label">Proof: </span>\
            <strong>\(standing.kind.word)</strong>\(facts)</summary><dl>\(rows)<dt>Again</dt>\
            <dd><code>galley snippets run \(Escape.markup(standing.id))</code></dd></dl></details>
            """
    }

    private static func key(_ snippet: Snippet) -> String {
        key(snippet.fragment, EvidenceLedger.digest(of: snippet.code))
    }

    private static func key(_ fragment: String, _ digest: String) -> String { digest + fragment }
}
