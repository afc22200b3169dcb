import Configuration

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
    private var site: SiteSettings { manuscript.configuration.site }

    /// What is particular to one page.
    struct Page {
        enum Kind: String {
            case chapter, guide, landing
            case notFound = "not-found"
        }

        var kind: Kind
        var path: SitePath
        /// The publication whose chapters the page lists.
        var publication: Int
        var title: String
        var description: String
        var fields: [String: Any] = [:]
        /// Further parts of the context, beside `page`.
        var context: [String: Any] = [:]
        var isIndexed = true
    }

    /// The whole page around a content.
    func html(_ template: Theme.Template, _ page: Page, content: [UInt8] = []) -> Output {
        // The content is put in afterwards, so that no template engine has to copy it about.
        let slot = "\u{F8FF}galley-content\u{F8FF}"
        var context = shared(page)
        var fields = page.fields
        fields["title"] = page.title
        fields["full_title"] = page.title == site.title.value ? page.title : "\(page.title) · \(site.title.value)"
        fields["description"] = page.description
        fields["kind"] = page.kind.rawValue
        fields["content"] = slot
        if page.isIndexed, let base = site.url?.value { fields["canonical"] = page.path.address(under: base) }
        context["page"] = fields
        context.merge(page.context) { $1 }
        let rendered = theme.render(template, context)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rendered.utf8.count + content.count)
        for (index, part) in rendered.split(separator: slot, omittingEmptySubsequences: false).enumerated() {
            if index > 0 { bytes += content }
            bytes += part.utf8
        }
        return Output(page.path, bytes)
    }

    /// The context that redirects have as well.
    func shared(_ page: Page) -> [String: Any] {
        let root = root(of: page)
        var values: [String: Any] = [
            "title": site.title.value, "language": site.language, "generator": generator,
            "home": root + "index.html",
            "guide": page.path.link(to: manuscript.guide(of: page.publication)),
        ]
        if let tagline = site.tagline?.value { values["tagline"] = tagline }
        if let description = site.description?.value { values["description"] = description }
        if let repository = site.repository?.value { values["repository"] = repository }
        if let footer = site.footer?.value { values["footer"] = footer }
        if hasFeed { values["feed"] = root + "feed.xml" }
        values["markdown"] = page.path.link(to: manuscript.guide(of: page.publication).with(ending: ".md"))
        return [
            "site": values, "root": root, "csp": Self.contentSecurityPolicy,
            "asset": theme.assets.names.mapValues { root + $0.output },
        ]
    }

    /// The page for addresses that do not exist is served at any of them, so it alone can't link relatively.
    private func root(of page: Page) -> String {
        guard page.kind == .notFound, let url = site.url?.value else { return page.path.root }
        let withoutScheme = url.drop { $0 != ":" }.dropFirst(3)
        return String(withoutScheme.drop { $0 != "/" })
    }

    /// The navigation as a page shows it. A large publication shows the chapters of the page's own group only.
    func navigation(for page: SitePath, current: Chapter?, publication: Int) -> [[String: Any]] {
        let isLarge = manuscript.chapters(of: publication).count > 100
        return manuscript.groups(of: publication).map { group in
            let isCurrent = current?.group == group.title
            let shown = isLarge && !isCurrent ? [] : group.chapters
            return [
                "title": group.title, "url": group.chapters.first.map { page.link(to: $0.path) } ?? "",
                "current": isCurrent, "has_items": !shown.isEmpty,
                "items": shown.map { item($0, from: page, isCurrent: $0 === current) },
            ]
        }
    }

    private func item(_ chapter: Chapter, from page: SitePath, isCurrent: Bool) -> [String: Any] {
        [
            "title": chapter.shortTitle, "url": page.link(to: chapter.path), "number": String(chapter.number),
            "current": isCurrent, "description": chapter.description,
        ]
    }
}
