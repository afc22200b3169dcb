import Diagnostics
import Markup
import Proofs
import Site

/// What is known of the examples of the pages that were looked at, since the preview began.
struct ProofBoard: Sendable {
    /// What became of an example that has no proof.
    private enum Standing: Sendable {
        case pending
        /// The first finding's message.
        case failed(String)
        case unproven(String)
    }

    /// By the digest of the code and its fragment.
    private var entries: [String: EvidenceLedger.Entry] = [:]
    private var standings: [String: Standing] = [:]

    /// Notes that examples are about to be proven.
    mutating func expect(_ snippets: [Snippet]) {
        for snippet in snippets where entries[Self.key(snippet)] == nil { standings[Self.key(snippet)] = .pending }
    }

    mutating func take(_ verdicts: [Verdict]) {
        for verdict in verdicts {
            let key = Self.key(verdict.snippet)
            entries[key] = nil
            standings[key] = nil
            switch verdict.status {
            case .proven, .skipped: entries[key] = EvidenceRecord.ledger([verdict]).entries.first
            case .unproven(let reason): standings[key] = .unproven(reason)
            case .failed:
                standings[key] = .failed(verdict.findings.first?.message ?? "it can't be proven as it is written")
            }
        }
    }

    /// Forgets what was only expected: nobody goes on with it.
    mutating func giveUp() {
        standings = standings.filter { if case .pending = $0.value { false } else { true } }
    }

    /// What pages show of it.
    func additions(to press: Press) -> FigureAdditions {
        let recorded = press.evidence?.entries ?? []
        // What was proven a moment ago counts before what the sources hold, and a failure counts against it. What can't be
        // proven here may have been proven elsewhere.
        let old = recorded.filter { entry in
            let key = Self.key(entry.fragment, entry.digest)
            if entries[key] != nil { return false }
            if case .failed? = standings[key] { return false }
            return true
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

    private static func line(_ standing: Standing) -> String {
        let (level, word, reason) =
            switch standing {
            case .pending: ("pending", "being proven …", "")
            case .failed(let message): ("failed", "not proven", message)
            case .unproven(let reason): ("unproven", "not proven here", reason)
            }
        let facts = reason.isEmpty ? "" : "<span class=\"proof-facts\"> · \(HTMLText.escaped(reason))</span>"
        return "<p class=\"proof-line\" data-level=\"\(level)\"><strong>\(word)</strong>\(facts)</p>"
    }

    private static func key(_ snippet: Snippet) -> String {
        key(snippet.fragment, EvidenceLedger.digest(of: snippet.code))
    }

    private static func key(_ fragment: String, _ digest: String) -> String { digest + fragment }
}

/// Text as it stands in HTML.
private enum HTMLText {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
