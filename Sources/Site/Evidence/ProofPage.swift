import Markup

/// The page that shows all proofs: totals, and each example with what is known of it.
struct ProofPage {
    static let path: SitePath = "proof.html"
    static let levels = ["parsed", "validated", "executed", "matched"]
    static let meanings = [
        "parsed": "A parser of its language accepts it.",
        "validated": "Its names, types and rules were checked as the program that reads it would.",
        "executed": "It was run, and it worked.",
        "matched": "It was run, and it printed what the page shows.",
    ]

    let frame: PageFrame
    let ledger: EvidenceLedger

    /// The id of an entry on the page.
    static func anchor(of entry: EvidenceLedger.Entry) -> String {
        String(entry.id.map { $0 == "/" || $0 == "#" || $0.isWhitespace ? "-" : $0 })
    }

    func output() -> Output {
        let page = frame.evidencePage(Self.path, title: "Proof") { site in
            "What has been proven of each example of \(site), and by which tool."
        }
        var html = "<h1 id=\"proof\">Proof</h1>\n<p>\(introduction)</p>\n"
        html += "<dl class=\"levels\">\n"
        for level in Self.levels { html += "<dt>\(level)</dt><dd>\(Self.meanings[level] ?? "")</dd>\n" }
        html += "<dt>not proven</dt><dd>Left out, for the reason that stands beside it.</dd>\n</dl>\n"
        html += "<h2 id=\"totals\">Totals</h2>\n" + totals
        for chapter in frame.manuscript.chapters { html += section(chapter) }
        return frame.html(.page, page, content: Array(html.utf8))
    }

    private var introduction: String {
        let skipped = ledger.entries.count { $0.skip != nil }
        let proven = ledger.entries.count - skipped
        guard skipped > 0 else {
            return "All \(proven) examples were proven, each as far as the page says. "
                + "An example shows here only as long as its code is the one that was proven."
        }
        return "Of \(ledger.entries.count) examples, \(proven) were proven and \(skipped) were not. "
            + "An example shows here only as long as its code is the one that was proven."
    }

    private var totals: String {
        let languages = Set(ledger.entries.map(\.language)).sorted()
        var html = Self.head(["Language", "Examples"] + Self.levels.map(Self.capitalized) + ["Not proven"])
        for language in languages + [""] {
            let entries = language.isEmpty ? ledger.entries : ledger.entries.filter { $0.language == language }
            var cells = ["\(entries.count)"]
            cells += Self.levels.map { level in Self.count(entries.count { $0.level == level && $0.skip == nil }) }
            cells.append(Self.count(entries.count { $0.skip != nil }))
            let name = language.isEmpty ? "All" : Escape.markup(LanguageName.title(of: language))
            html +=
                "<tr><th scope=\"row\">\(name)</th>" + cells.map { "<td class=\"right\">\($0)</td>" }.joined()
                + "</tr>\n"
        }
        return html + "</tbody></table></div>\n"
    }

    private func section(_ chapter: Chapter) -> String {
        let entries = ledger.entries.filter { $0.fragment == chapter.source }
        guard !entries.isEmpty else { return "" }
        let address = Self.path.link(to: chapter.path)
        let id = chapter.path.with(ending: "").text.map { $0 == "/" || $0.isWhitespace ? "-" : $0 }
        var html =
            "<h2 id=\"\(Escape.markup("of-" + String(id)))\"><a href=\"\(Escape.markup(address))\">\(Escape.markup(chapter.title))</a></h2>\n"
        html += Self.head(["Example", "Level", "What was found", "By"])
        let titles = Self.titles(in: chapter)
        for entry in entries {
            let facts = entry.skip.map { [$0] } ?? entry.claims
            let name = titles[entry.digest] ?? entry.id
            let target = Self.path.link(to: chapter.path, fragment: anchorOnPage(entry, in: chapter))
            html += "<tr id=\"\(Escape.markup(Self.anchor(of: entry)))\">"
            html += "<th scope=\"row\"><a href=\"\(Escape.markup(target))\">\(Escape.markup(name))</a></th>"
            html += "<td>\(ProofBadge.word(entry))</td>"
            html += "<td>\(ProofBadge.text(facts.joined(separator: ", ")))</td>"
            html += "<td>\(Escape.markup(entry.tools.joined(separator: ", ")))</td></tr>\n"
        }
        return html + "</tbody></table></div>\n"
    }

    /// A named example has an anchor of its own; another is found below its heading.
    private func anchorOnPage(_ entry: EvidenceLedger.Entry, in chapter: Chapter) -> String? {
        if chapter.document.codeBlocks.contains(where: { $0.id == entry.id && !($0.attributes?.has("hidden") ?? false) }
        ) {
            return entry.id
        }
        let heading = entry.id.split(separator: "#").dropFirst().first.map { $0.prefix { $0 != "/" } }
        return chapter.document.headings.first { $0.id == heading.map(String.init) }?.id
    }

    /// The titles that examples show, by the digest of their code.
    private static func titles(in chapter: Chapter) -> [String: String] {
        Dictionary(
            chapter.document.codeBlocks.compactMap { block in
                block.attributes?["title"].map { (EvidenceLedger.digest(of: block.body), $0.value) }
            }, uniquingKeysWith: { first, _ in first })
    }

    private static func head(_ columns: [String]) -> String {
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table><thead><tr>"
            + columns.map { "<th scope=\"col\">\($0)</th>" }.joined() + "</tr></thead>\n<tbody>\n"
    }

    private static func count(_ number: Int) -> String { number == 0 ? "–" : String(number) }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
