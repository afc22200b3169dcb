import Markup

/// The line below an example that says what is known of it.
struct ProofBadge {
    let ledger: EvidenceLedger
    /// The address of the page with all proofs.
    let page: String

    /// Writes the line; nothing where nothing is known of the code.
    func write(_ block: CodeBlock, in fragment: String, into output: inout [UInt8]) {
        guard let entry = ledger.entry(for: block, in: fragment) else { return }
        let anchor = Escape.markup(page + "#" + ProofPage.anchor(of: entry))
        var html = "<p class=\"proof-line\" data-level=\"\(Escape.markup(entry.level ?? "skipped"))\">"
        html += "<a href=\"\(anchor)\"><span class=\"proof-label\">Proof: </span>\(Self.word(entry))</a>"
        let facts = entry.skip.map { [$0] } ?? entry.claims
        if !facts.isEmpty {
            html += "<span class=\"proof-facts\"> · \(Self.text(facts.joined(separator: ", ")))</span>"
        }
        if !entry.tools.isEmpty {
            html += "<span class=\"proof-tools\"> · \(Escape.markup(entry.tools.joined(separator: ", ")))</span>"
        }
        output += (html + "</p>").utf8
    }

    /// The level as a word of the page.
    static func word(_ entry: EvidenceLedger.Entry) -> String {
        entry.skip == nil ? Escape.markup(entry.level ?? "not proven") : "not proven"
    }

    /// A phrase with code between backticks.
    static func text(_ phrase: String) -> String {
        var html = ""
        for (index, part) in phrase.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            html +=
                index.isMultiple(of: 2) ? Escape.markup(String(part)) : "<code>\(Escape.markup(String(part)))</code>"
        }
        return html
    }
}
