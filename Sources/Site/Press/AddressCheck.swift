import Configuration
import Diagnostics

/// Two outputs with one address would overwrite each other.
extension Press {
    func checkAddresses(into findings: inout [Diagnostic]) {
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
        for name in ["404.html", "robots.txt", "llms.txt", "sitemap.xml", "feed.xml", OutputFolder.manifestName] {
            take(SitePath(name)) { own }
        }
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
            take(SitePath(path)) {
                SourceFile(path: "\(project.theme.shown)/static/\(path)", bytes: bytes).span(0..<0)
            }
        }
        for asset in project.theme.assets.byPath.values { taken[SitePath(asset.output)] = { project.theme.setting } }
        for attachment in attachments { take(attachment.path) { manuscript.span(of: attachment) } }
    }
}
