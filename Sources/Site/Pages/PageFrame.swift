import Configuration
import Markup

/// The keys of what pages share, each made once.
private typealias SharedKeys = Locked<[String: ContentKey]>

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
    private let sharedKeys = SharedKeys([:])
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
        var fields: TemplateContext = [:]
        /// Further parts of the context, beside `page`.
        var context: TemplateContext = [:]
        var isIndexed = true
    }

    /// What is particular to a page of the section that tells what was checked.
    /// - Parameter description: given the title of the site.
    func evidencePage(_ path: SitePath, title: String, description: (String) -> String) -> Page {
        let home = site.title.value
        return Page(
            kind: .proofs, path: path, publication: 0, title: title, description: description(home),
            context: [
                "breadcrumbs": .list([["title": .text(home), "url": "index.html"], ["title": .text(title)]])
            ])
    }

    /// The whole page around a content.
    func html(_ template: Theme.Template, _ page: Page, content: consuming [UInt8] = []) -> Output {
        var context = shared(page)
        var fields = page.fields
        fields["title"] = .text(page.title)
        fields["full_title"] = .text(
            page.title == site.title.value ? page.title : "\(page.title) · \(site.title.value)")
        fields["description"] = .text(page.description)
        fields["kind"] = .text(page.kind.rawValue)
        fields["content"] = .html([Self.slot])
        if let base = site.url?.value {
            if page.isIndexed { fields["canonical"] = .text(page.path.address(under: base)) }
            if fields["image"] == nil { fields["image"] = .text(SocialCard.path.address(under: base)) }
        }
        context["page"] = .record(fields)
        context["sidebar"] = .html(sidebars.html(for: page))
        context.merge(page.context) { $1 }
        let frame = theme.render(template, context)
        return Output(page.path, Self.put(content, into: frame))
    }

    /// Where the content goes in the rendered page: a byte that no text in UTF-8 has.
    private static let slot: UInt8 = 0xFF

    /// The content may be a whole guide, so it is not copied where its room is enough.
    private static func put(_ content: consuming [UInt8], into frame: [UInt8]) -> [UInt8] {
        guard let place = frame.firstIndex(of: slot), frame.lastIndex(of: slot) == place else {
            return Array(frame.split(separator: slot, omittingEmptySubsequences: false).joined(separator: content))
        }
        content.reserveCapacity(content.count + frame.count)
        content.insert(contentsOf: frame[..<place], at: 0)
        content += frame[(place + 1)...]
        return content
    }

    /// Adds all that a page shows besides its content.
    func add(_ page: Page, to key: inout KeyBuilder) {
        key.add(page.kind.rawValue)
        key.add(page.path)
        key.add(page.title)
        key.add(page.description)
        key.add(page.fields)
        key.add(page.context)
        key.add(page.isIndexed)
        key.add(sidebars.key(for: page))
        key.add(sharedKey(for: page))
    }

    /// The key of what a page at an address that no chapter has shows around its content.
    func key(for path: SitePath) -> ContentKey {
        sharedKey(for: Page(kind: .landing, path: path, publication: 0, title: "", description: ""))
    }

    /// The key of the templates and of what pages of one kind in one folder share.
    private func sharedKey(for page: Page) -> ContentKey {
        let name = "\(page.kind.rawValue) \(page.publication) \(page.path.root)"
        if let known = sharedKeys.withLock({ $0[name] }) { return known }
        var key = KeyBuilder("frame")
        key.add(theme.key)
        key.add(site.title.value)
        key.add(site.url?.value)
        key.add(shared(page))
        let made = key.finish()
        sharedKeys.withLock { $0[name] = made }
        return made
    }

    /// The context that redirects have as well.
    func shared(_ page: Page) -> TemplateContext {
        let root = root(of: page)
        var values: TemplateContext = [
            "title": .text(site.title.value), "language": .text(site.language), "generator": .text(generator),
            "home": .text(root + "index.html"),
        ]
        if let tagline = site.tagline?.value { values["tagline"] = .text(tagline) }
        if let description = site.description?.value { values["description"] = .text(description) }
        if let repository = site.repository?.value { values["repository"] = .text(repository) }
        if let footer = site.footer?.value { values["footer"] = .text(footer) }
        if evidence != nil { values["proof"] = .text(root + ProofPage.path.text) }
        if hasLinksPage { values["links"] = .text(root + LinksPage.path.text) }
        if hasFeed { values["feed"] = .text(root + "feed.xml") }
        if let guide = manuscript.guide(of: page.publication) {
            values["guide"] = .text(root + SitePath.encoded(guide.text))
            values["markdown"] = .text(root + SitePath.encoded(guide.with(ending: ".md").text))
        }
        let hasSidebar: Bool =
            switch page.kind {
            case .chapter, .guide, .proofs: true
            case .landing, .redirect, .notFound: false
            }
        var context: TemplateContext = [
            "site": .record(values), "root": .text(root), "has_sidebar": .flag(hasSidebar),
            "csp": .text(Self.contentSecurityPolicy),
            "asset": .record(theme.assets.addresses.mapValues { .text(root + $0) }),
        ]
        if hasSearch { context["search"] = ["index": .text(root + SearchIndex.path.text)] }
        if let totals { context["proofs"] = .record(totals.context(address: root + ProofPage.path.text)) }
        return context
    }

    /// The picture of the site for networks; nil where nobody could name it, since the site has no address.
    var card: SocialCard? {
        guard site.url != nil else { return nil }
        return SocialCard(title: site.title.value, tagline: site.tagline?.value, totals: totals)
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
