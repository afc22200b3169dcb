import Configuration
import Diagnostics

/// Two outputs with one address would overwrite each other.
extension Press {
    func checkAddresses(into findings: inout [Diagnostic]) {
        guard !haveOwnAddresses else { return }
        // Places are asked for only where addresses meet: to tell them, chapters have to be read.
        var taken: [SitePath: () -> Span] = [:]
        func take(_ path: SitePath, _ span: @escaping () -> Span) {
            if let first = taken.updateValue(span, forKey: path) {
                taken[path] = first
                findings.append(SiteAddressTaken.taken(path.text, at: span(), by: first()))
            }
        }
        let configuration = project.configuration
        let own = configuration.file.span(0..<0)
        for name in Self.ownNames { take(SitePath(name)) { own } }
        if project.evidence != nil { take(ProofPage.path) { own } }
        if frame.hasSearch { take(SearchIndex.path) { own } }
        if base != nil { take(SocialCard.path) { own } }
        if project.linkLedger != nil { take(LinksPage.path) { own } }
        for (index, publication) in configuration.publications.enumerated() {
            if let guide = manuscript.guide(of: index) { take(guide) { publication.path.span } }
            take(SitePath(manuscript.folder(of: index) + "index.html")) { publication.path.span }
        }
        if taken["index.html"] == nil { take("index.html") { own } }
        for chapter in manuscript.chapters { take(chapter.path) { chapter.start } }
        for page in redirects.pages.values.sorted(by: { $0.path < $1.path }) { take(page.path) { page.setting } }
        // Where pages are in each other's place, so are their twins: that need not be told twice.
        for (path, span) in taken where path.text.hasSuffix(".html") { taken[path.with(ending: ".md")] = span }
        for (path, bytes) in project.theme.staticFiles.sorted(by: { $0.key < $1.key }) {
            take(SitePath(path)) { [project] in
                SourceFile(path: "\(project.theme.shown)/static/\(path)", bytes: bytes).span(0..<0)
            }
        }
        for asset in project.theme.assets.byPath.values {
            taken[SitePath(asset.output)] = { [project] in project.theme.setting }
        }
        for attachment in attachments { take(attachment.path) { [manuscript] in manuscript.span(of: attachment) } }
    }

    private static let ownNames = [
        "404.html", "robots.txt", "llms.txt", "sitemap.xml", "feed.xml", OutputFolder.manifestName,
    ]

    /// Whether a look at the addresses alone shows that no two are the same, as in most sites.
    private var haveOwnAddresses: Bool {
        let theme = project.theme
        var others = Set(Self.ownNames + ["index.html"])
        others.formUnion([ProofPage.path, SearchIndex.path, SocialCard.path, LinksPage.path].map(\.text))
        var count = others.count
        func add(_ paths: [String]) {
            others.formUnion(paths)
            count += paths.count
        }
        for index in project.configuration.publications.indices {
            let folder = manuscript.folder(of: index)
            if !folder.isEmpty { add([folder + "index.html"]) }
            if let guide = manuscript.guide(of: index) { add([guide.text]) }
        }
        add(redirects.pages.keys.map(\.text))
        add(Array(theme.staticFiles.keys) + theme.assets.byPath.values.map(\.output))
        add(attachments.map(\.path.text))
        // Each page has a twin in Markdown.
        guard others.count == count, !others.contains(where: { $0.hasSuffix(".md") }) else { return false }
        let pages = Set(manuscript.chapters.map(\.path.text))
        return pages.count == manuscript.chapters.count && pages.isDisjoint(with: others)
    }
}
