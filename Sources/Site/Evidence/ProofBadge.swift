import Markup

/// The line below an example that says what is known of it, and opens to tell what was run, by what, with which result.
struct ProofBadge {
    let ledger: EvidenceLedger
    /// The address of the page with all proofs.
    let page: String

    /// Writes the line; nothing where nothing is known of the code.
    func write(_ block: CodeBlock, in fragment: String, into output: inout [UInt8]) {
        guard let entry = ledger.entry(for: block, in: fragment) else { return }
        let facts = Self.text((entry.skip.map { [$0] } ?? entry.claims).joined(separator: ", "))
        var html = "<details class=\"proof-line\" data-level=\"\(Escape.markup(entry.level ?? "skipped"))\"><summary>"
        html += "<span class=\"proof-label\">Proof: </span><strong>\(Self.word(entry))</strong>"
        if !facts.isEmpty { html += "<span class=\"proof-facts\"> · \(facts)</span>" }
        html += "</summary><dl>"
        html += "<dt>Example</dt><dd>\(Self.example(block))</dd>"
        html += "<dt>Result</dt><dd>\(Self.result(entry, of: block))</dd>"
        if !facts.isEmpty { html += "<dt>\(entry.skip == nil ? "Found" : "Reason")</dt><dd>\(facts)</dd>" }
        if !entry.tools.isEmpty {
            html += "<dt>By</dt><dd class=\"proof-tools\">\(Escape.markup(entry.tools.joined(separator: ", ")))</dd>"
        }
        html += "<dt>Code</dt><dd><code>\(Escape.markup(entry.digest))</code>, the beginning of its SHA-256</dd>"
        html += "<dt>Again</dt><dd><code>galley snippets run \(Escape.markup(entry.id))</code></dd></dl>"
        let anchor = Escape.markup(page + "#" + ProofPage.anchor(of: entry))
        output += (html + "<p><a href=\"\(anchor)\">All proofs of this site</a></p></details>").utf8
    }

    /// What the example is, and what it was given.
    private static func example(_ block: CodeBlock) -> String {
        let attributes = block.attributes
        var parts = [Escape.markup(LanguageName.title(of: block.language))]
        if let kind = attributes?["as"]?.value { parts[0] += " (\(Escape.markup(kind)))" }
        if let data = attributes?["data"]?.value { parts.append("on the data <code>\(Escape.markup(data))</code>") }
        if let needs = attributes?["needs"]?.value, !needs.isEmpty {
            let names = needs.split(separator: " ").map { "<code>\(Escape.markup(String($0)))</code>" }
            parts.append("with " + names.joined(separator: ", "))
        }
        if let whole = attributes?["in"]?.value { parts.append("as a part of <code>\(Escape.markup(whole))</code>") }
        return parts.joined(separator: ", ")
    }

    private static func result(_ entry: EvidenceLedger.Entry, of block: CodeBlock) -> String {
        guard entry.skip == nil, let level = entry.level else { return "Nothing was proven." }
        if block.attributes?.has("bad") ?? false { return "It is a bad example, and it was found out as one." }
        return ProofPage.meanings[level] ?? Escape.markup(level)
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
