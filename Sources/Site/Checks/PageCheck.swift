import Configuration
import Diagnostics
import Markup

/// Checks the page of one chapter, and makes no more of the site than that takes: the page itself and those that it
/// leads to.
public enum PageCheck {
    /// What `galley check todos` and `galley check site` would find in a chapter's page.
    public static func findings(of path: SitePath, in press: Press) -> [Diagnostic] {
        guard let chapter = press.chapter(at: path) else { return [] }
        let index = SiteIndex(press.project, files: press.paths)
        guard let page = checked(chapter, press, index) else { return [] }
        let manuscript = press.manuscript
        let targets = Set(chapter.document.links.compactMap { manuscript.page(of: $0, in: chapter)?.path })
        let others = targets.subtracting([path]).compactMap {
            press.chapter(at: $0).flatMap { checked($0, press, index) }
        }
        return page.findings(in: index.with([page] + others))
            + TodosCheck(press.project.configuration.checks).findings(in: chapter)
    }

    /// The addresses that links of pages may lead to.
    public static func addresses(in press: Press) -> Set<SitePath> { press.paths }

    private static func checked(_ chapter: Chapter, _ press: Press, _ index: SiteIndex) -> CheckedPage? {
        guard let number = press.manuscript.chapters.firstIndex(where: { $0 === chapter }) else { return nil }
        let output = press.chapterPage(number).output(marksSources: true)
        return CheckedPage(output, chapter: chapter, chapters: [chapter], in: index)
    }
}

extension Press {
    /// The addresses of all files of the site, which takes no making of any. Of the index to search it is the first file:
    /// the names of the others tell their content.
    var paths: Set<SitePath> {
        var paths: Set<SitePath> = ["index.html", "404.html", "robots.txt", "llms.txt"]
        for chapter in manuscript.chapters { paths.formUnion([chapter.path, chapter.path.with(ending: ".md")]) }
        for index in project.configuration.publications.indices {
            paths.insert(SitePath(manuscript.folder(of: index) + "index.html"))
            if let guide = manuscript.guide(of: index) { paths.formUnion([guide, guide.with(ending: ".md")]) }
        }
        paths.formUnion(project.theme.assets.byPath.values.map { SitePath($0.output) })
        paths.formUnion(project.theme.staticFiles.keys.map { SitePath($0) })
        paths.formUnion(attachments.map(\.path))
        paths.formUnion(redirects.pages.keys)
        if project.evidence != nil { paths.insert(ProofPage.path) }
        if project.configuration.site.url != nil { paths.formUnion(["sitemap.xml", SocialCard.path]) }
        if frame.hasFeed { paths.insert("feed.xml") }
        if frame.hasSearch { paths.insert(SearchIndex.path) }
        if project.linkLedger != nil { paths.insert(LinksPage.path) }
        return paths
    }
}
