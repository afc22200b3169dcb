import Configuration
import Diagnostics
import Markup

/// Makes everything that a site consists of: pages, guides, feeds, assets.
public struct Press: Sendable {
    let project: Project
    let frame: PageFrame
    let redirects: Redirects
    var manuscript: Manuscript { project.manuscript }
    private var base: String? { project.configuration.site.url?.value }

    /// - Parameters:
    ///   - version: of Galley, as pages name it.
    ///   - checksAddresses: whether it is told where two files of the site would have one address; all links have to be
    ///     looked at for that.
    public init(
        _ project: Project, version: String, checksAddresses: Bool = true, into findings: inout [Diagnostic]
    ) {
        self.project = project
        redirects = Redirects(project.manuscript, into: &findings)
        let history = project.history
        frame = PageFrame(
            manuscript: project.manuscript, theme: project.theme, history: project.history,
            generator: "Galley \(version)",
            hasFeed: project.configuration.site.url != nil
                && project.manuscript.chapters.contains { history.lastChange(of: $0.fragment.dependencies) != nil },
            evidence: project.evidence, hasLinksPage: project.linkLedger != nil)
        if checksAddresses { checkAddresses(into: &findings) }
    }

    /// The composed guides by their paths in the project.
    func guides() -> [(path: String, publication: Int, bytes: [UInt8])] {
        composers().map { ($0.path, $0.publication, $0.composer.compose()) }
    }

    /// What composes them.
    func composers() -> [(path: String, publication: Int, composer: GuideComposer)] {
        let anchors = guideAnchors
        return project.configuration.publications.enumerated().compactMap { index, publication in
            publication.markdown.map { output in
                let composer = GuideComposer(manuscript, publication: index, anchors: anchors, output: output.value)
                return (output.value, index, composer)
            }
        }
    }

    private var guideAnchors: [GuideAnchors] {
        project.configuration.publications.indices.map { GuideAnchors(manuscript, publication: $0) }
    }

    /// Makes each file of the site and hands it on, from several tasks at a time.
    /// - Parameter marksSources: whether pages tell where the author wrote their parts.
    func make(marksSources: Bool = false, _ take: @escaping @Sendable (Output) -> Void) async {
        let chapters = manuscript.chapters
        let all = Array(chapters.indices)
        let isSearched = frame.hasSearch && !marksSources
        let parts = await all.concurrentMap(width: project.width) { index -> SearchPart? in
            let chapter = chapters[index]
            take(page(of: chapter, at: index).output(marksSources: marksSources))
            if !marksSources { take(twin(of: chapter)) }
            return isSearched ? SearchPart(chapter) : nil
        }
        if isSearched { for output in SearchIndex(parts.compactMap(\.self)).outputs() { take(output) } }
        for output in wholePages(marksSources: marksSources) { take(output) }
        if !marksSources { for output in extras() { take(output) } }
    }

    /// - Parameter index: the chapter's place in the manuscript.
    func page(of chapter: Chapter, at index: Int) -> ChapterPage {
        ChapterPage(
            frame: frame, chapter: chapter, previous: neighbour(index - 1, of: chapter),
            next: neighbour(index + 1, of: chapter), moved: redirects.moved[chapter.path] ?? [])
    }

    private func neighbour(_ index: Int, of chapter: Chapter) -> Chapter? {
        guard manuscript.chapters.indices.contains(index) else { return nil }
        let other = manuscript.chapters[index]
        return other.publication == chapter.publication ? other : nil
    }

    /// The chapter in Markdown, beside its page.
    func twin(of chapter: Chapter) -> Output {
        let path = chapter.path.with(ending: ".md")
        let text = PlainMarkdown.text(
            of: chapter,
            PlainMarkdown.Placement(
                destination: { link in
                    let page = manuscript.page(of: link, in: chapter)
                    return page.map { path.link(to: $0.path.with(ending: ".md"), fragment: $0.anchor) }
                        ?? manuscript.address(of: link, in: chapter, from: path)
                },
                footnoteLabel: { $0.label }, definitionLabel: { $0.label },
                blockAnchor: { manuscript.linkedAnchors(of: chapter.source).contains($0) ? $0 : nil }))
        return Output(path, text + [UInt8(ascii: "\n")])
    }

    /// The pages that are about the site as a whole.
    private func wholePages(marksSources: Bool) -> [Output] {
        var outputs: [Output] = []
        for index in project.configuration.publications.indices {
            outputs.append(GuidePage(frame: frame, publication: index).output(marksSources: marksSources))
            let folder = manuscript.folder(of: index)
            outputs.append(landing(SitePath(folder + "index.html"), publications: [index]))
        }
        if !outputs.contains(where: { $0.path == "index.html" }) {
            outputs.append(landing("index.html", publications: Array(project.configuration.publications.indices)))
        }
        if let evidence = project.evidence { outputs.append(ProofPage(frame: frame, ledger: evidence).output()) }
        if let ledger = project.linkLedger { outputs.append(LinksPage(frame: frame, ledger: ledger).output()) }
        outputs.append(notFound)
        return outputs
    }

    /// The page for addresses at which there is none.
    var notFound: Output {
        let page = PageFrame.Page(
            kind: .notFound, path: "404.html", publication: 0, title: "Page not found",
            description: project.configuration.site.title.value, isIndexed: false)
        return frame.html(.notFound, page)
    }

    func landing(_ path: SitePath, publications: [Int]) -> Output {
        let site = project.configuration.site
        let only = publications.count == 1 ? project.configuration.publications[publications[0]] : nil
        var page = PageFrame.Page(
            kind: .landing, path: path, publication: publications.first ?? 0,
            title: path == "index.html" ? site.title.value : only?.title.value ?? site.title.value,
            description: site.description?.value ?? only?.description?.value ?? site.title.value)
        page.context["chapters"] = publications.flatMap { publication in
            manuscript.groups(of: publication).map { cards($0, on: path) }
        }
        if let first = publications.lazy.compactMap({ manuscript.chapters(of: $0).first }).first {
            page.context["next"] = ["title": first.title, "url": path.link(to: first.path)]
        }
        return frame.html(.landing, page)
    }

    private func cards(_ group: Manuscript.Group, on page: SitePath) -> [String: Any] {
        let items = group.chapters.map { chapter in
            [
                "title": chapter.shortTitle, "url": page.link(to: chapter.path), "number": String(chapter.number),
                "description": chapter.description,
            ]
        }
        return ["title": group.title, "url": items.first?["url"] ?? "", "items": items]
    }

    /// The addresses of all that is no page of its own.
    func extraPaths() -> Set<SitePath> {
        Set(extras().map(\.path) + manuscript.chapters.map { $0.path.with(ending: ".md") })
    }

    /// All that is no page of its own: guides in Markdown, redirects, feeds, assets, files that fragments link to.
    func extras() -> [Output] {
        var outputs = project.theme.assets.byPath.values.map { Output(SitePath($0.output), $0.bytes) }
        outputs += project.theme.staticFiles.map { Output(SitePath($0.key), $0.value) }
        let anchors = guideAnchors
        for index in project.configuration.publications.indices {
            let path = manuscript.guide(of: index).with(ending: ".md")
            let composer = GuideComposer(
                manuscript, publication: index, anchors: anchors, output: path.text, inSite: true)
            outputs.append(Output(path, composer.compose()))
        }
        for attachment in manuscript.attachments() {
            if case .success(let file) = project.files.file(attachment.source) {
                outputs.append(Output(attachment.path, file.bytes))
            }
        }
        outputs += redirects.pages.values.map(redirectPage)
        let entries = Self.entries(of: project)
        let site = project.configuration.site
        if let base {
            outputs.append(Output("sitemap.xml", Sitemap.xml(entries, base: base)))
            let feed = AtomFeed.xml(entries, title: site.title.value, base: base, generator: frame.generator)
            if let feed { outputs.append(Output("feed.xml", feed)) }
        }
        if let card = frame.card { outputs.append(card) }
        outputs.append(Output("robots.txt", Sitemap.robots(base: base)))
        outputs.append(
            Output(
                "llms.txt",
                LanguageModelIndex.markdown(
                    entries, title: site.title.value, description: site.description?.value ?? site.title.value,
                    whole: manuscript.guide(of: 0).with(ending: ".md"), base: base)))
        return outputs
    }

    func redirectPage(_ redirect: Redirects.Page) -> Output {
        let page = PageFrame.Page(
            kind: .redirect, path: redirect.path, publication: redirect.publication, title: "Moved", description: "",
            isIndexed: false)
        var context = frame.shared(page)
        var target: [String: String] = [
            "url": redirect.path.link(to: redirect.target, fragment: redirect.targetAnchor),
            "anchors": redirect.moved.map { entry in
                "\(entry.anchor)=\(redirect.path.link(to: entry.target, fragment: entry.targetAnchor))"
            }.joined(separator: " "),
        ]
        if let base { target["canonical"] = redirect.target.address(under: base) }
        context["redirect"] = target
        context["page"] = ["full_title": project.configuration.site.title.value]
        return Output(redirect.path, project.theme.render(.redirect, context))
    }

    private static func entries(of project: Project) -> [SiteEntry] {
        project.manuscript.chapters.map { chapter in
            SiteEntry(
                path: chapter.path, markdown: chapter.path.with(ending: ".md"), title: chapter.title,
                description: chapter.description,
                changed: project.history.lastChange(of: chapter.fragment.dependencies), group: chapter.group)
        }
    }

    /// Two outputs with one address would overwrite each other.
    private func checkAddresses(into findings: inout [Diagnostic]) {
        var taken: [SitePath: Span] = [:]
        func take(_ path: SitePath, _ span: Span) {
            if let first = taken.updateValue(span, forKey: path) {
                taken[path] = first
                findings.append(SiteAddressTaken.taken(path.text, at: span, by: first))
            }
        }
        let configuration = project.configuration
        let own = configuration.file.span(0..<0)
        for name in ["404.html", "robots.txt", "llms.txt", "sitemap.xml", "feed.xml", OutputFolder.manifestName] {
            take(SitePath(name), own)
        }
        if project.evidence != nil { take(ProofPage.path, own) }
        if frame.hasSearch { take(SearchIndex.path, own) }
        if base != nil { take(SocialCard.path, own) }
        if project.linkLedger != nil { take(LinksPage.path, own) }
        for (index, publication) in configuration.publications.enumerated() {
            take(manuscript.guide(of: index), publication.path.span)
            take(SitePath(manuscript.folder(of: index) + "index.html"), publication.path.span)
        }
        if taken["index.html"] == nil { take("index.html", own) }
        for chapter in manuscript.chapters { take(chapter.path, chapter.fragment.file.span(0..<0)) }
        for page in redirects.pages.values.sorted(by: { $0.path < $1.path }) { take(page.path, page.setting) }
        // Where pages are in each other's place, so are their twins: that need not be told twice.
        for (path, span) in taken where path.text.hasSuffix(".html") { taken[path.with(ending: ".md")] = span }
        for (path, bytes) in project.theme.staticFiles.sorted(by: { $0.key < $1.key }) {
            take(SitePath(path), SourceFile(path: "\(project.theme.shown)/static/\(path)", bytes: bytes).span(0..<0))
        }
        for asset in project.theme.assets.byPath.values { taken[SitePath(asset.output)] = project.theme.setting }
        for attachment in manuscript.attachments() { take(attachment.path, attachment.span) }
    }
}
