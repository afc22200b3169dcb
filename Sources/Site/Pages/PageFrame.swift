import Configuration
import Markup

/// What all pages of a site share: the theme and the part of its context that does not change from page to page.
struct PageFrame: Sendable {
    /// What a page may load: its own site's files and nothing else, nothing written into the page.
    static let contentSecurityPolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
        connect-src 'self'; base-uri 'none'; form-action 'none'
        """

    let manuscript: Manuscript
    let theme: Theme
    let history: GitHistory
    let generator: String
    /// Whether the site has a feed: it has entries, and an address that they can lead to.
    let hasFeed: Bool
    /// What has been proven of the examples; nil where the site keeps no evidence.
    var evidence: EvidenceLedger?
    /// Whether the site has an index to search.
    var hasSearch: Bool { theme.hasSearch && manuscript.configuration.search }
    /// How much of it there is; nil where nothing is known yet.
    let totals: ProofTotals?
    /// Whether the site has a page of its links to other sites.
    let hasLinksPage: Bool
    private let sidebars: Sidebars
    private var site: SiteSettings { manuscript.configuration.site }

    init(
        manuscript: Manuscript, theme: Theme, history: GitHistory, generator: String, hasFeed: Bool,
        evidence: EvidenceLedger?, hasLinksPage: Bool
    ) {
        self.manuscript = manuscript
        self.theme = theme
        self.history = history
        self.generator = generator
        self.hasFeed = hasFeed
        self.evidence = evidence
        totals = evidence.map { ProofTotals($0) }.flatMap { $0.examples > 0 ? $0 : nil }
        self.hasLinksPage = hasLinksPage
        sidebars = Sidebars(manuscript: manuscript, theme: theme, hasFeed: hasFeed)
    }

    /// What is particular to one page.
    struct Page {
        enum Kind: String {
            case chapter, guide, landing, proofs, redirect
            case notFound = "not-found"
        }

        var kind: Kind
        var path: SitePath
        /// The publication whose chapters the page lists.
        var publication: Int
        var chapter: Chapter?
        var title: String
        var description: String
        var fields: [String: Any] = [:]
        /// Further parts of the context, beside `page`.
        var context: [String: Any] = [:]
        var isIndexed = true
    }

    /// The whole page around a content.
    func html(_ template: Theme.Template, _ page: Page, content: [UInt8] = []) -> Output {
        var context = shared(page)
        var fields = page.fields
        fields["title"] = page.title
        fields["full_title"] = page.title == site.title.value ? page.title : "\(page.title) · \(site.title.value)"
        fields["description"] = page.description
        fields["kind"] = page.kind.rawValue
        fields["content"] = Slot.content.mark
        if let base = site.url?.value {
            if page.isIndexed { fields["canonical"] = page.path.address(under: base) }
            if fields["image"] == nil { fields["image"] = SocialCard.path.address(under: base) }
        }
        context["page"] = fields
        context["sidebar"] = Slot.sidebar.mark
        context.merge(page.context) { $1 }
        let bytes = Slot.fill(theme.render(template, context)) { slot, bytes in
            switch slot {
            case .content: bytes += content
            case .sidebar: bytes += sidebars.html(for: page)
            case .item: break
            }
        }
        return Output(page.path, bytes)
    }

    /// The context that redirects have as well.
    func shared(_ page: Page) -> [String: Any] {
        let root = root(of: page)
        let guide = manuscript.guide(of: page.publication)
        var values: [String: Any] = [
            "title": site.title.value, "language": site.language, "generator": generator,
            "home": root + "index.html",
            "guide": root + SitePath.encoded(guide.text),
        ]
        if let tagline = site.tagline?.value { values["tagline"] = tagline }
        if let description = site.description?.value { values["description"] = description }
        if let repository = site.repository?.value { values["repository"] = repository }
        if let footer = site.footer?.value { values["footer"] = footer }
        if evidence != nil { values["proof"] = root + ProofPage.path.text }
        if hasLinksPage { values["links"] = root + LinksPage.path.text }
        if hasFeed { values["feed"] = root + "feed.xml" }
        values["markdown"] = root + SitePath.encoded(guide.with(ending: ".md").text)
        var context: [String: Any] = [
            "site": values, "root": root, "has_sidebar": [.chapter, .guide, .proofs].contains(page.kind),
            "csp": Self.contentSecurityPolicy,
            "asset": assets(from: root),
        ]
        if hasSearch { context["search"] = ["index": root + SearchIndex.path.text] }
        if let totals { context["proofs"] = totals.context(address: root + ProofPage.path.text) }
        return context
    }

    /// The picture of the site for networks; nil where nobody could name it, since the site has no address.
    var card: Output? {
        guard site.url != nil else { return nil }
        return SocialCard(title: site.title.value, tagline: site.tagline?.value, totals: totals).output()
    }

    private func assets(from root: String) -> [String: String] {
        root.isEmpty ? theme.assets.addresses : theme.assets.addresses.mapValues { root + $0 }
    }

    /// The page for addresses that do not exist is served at any of them, so it alone can't link relatively.
    private func root(of page: Page) -> String {
        guard page.kind == .notFound, let url = site.url?.value else { return page.path.root }
        let withoutScheme = url.drop { $0 != ":" }.dropFirst(3)
        return String(withoutScheme.drop { $0 != "/" })
    }

    /// Lets the code blocks of a chapter say what is known of them, on a page at `path`.
    func showProofs(of chapter: Chapter, at path: SitePath, in options: inout HTMLWriter.Options) {
        guard let evidence else { return }
        let badge = ProofBadge(ledger: evidence, page: path.link(to: ProofPage.path))
        options.figureFooter = { block, output in badge.write(block, in: chapter.source, into: &output) }
    }
}
