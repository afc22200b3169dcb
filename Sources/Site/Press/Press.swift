import Configuration
import Diagnostics
import Markup

/// Makes everything that a site consists of: pages, guides, feeds, assets.
public final class Press: Sendable {
    let project: Project
    let frame: PageFrame
    let redirects: Redirects
    private let siteEntries: OnDemand<[SiteEntry]>
    private let linkedFiles: OnDemand<[Manuscript.Attachment]>
    /// The anchors of each publication's guide; all composers of a build share them.
    private let guideAnchors: OnDemand<[GuideAnchors]>
    var manuscript: Manuscript { project.manuscript }
    var entries: [SiteEntry] { siteEntries.value }
    var attachments: [Manuscript.Attachment] { linkedFiles.value }
    var base: String? { project.configuration.site.url?.value }

    /// - Parameters:
    ///   - version: of Galley, as pages name it.
    ///   - checksAddresses: whether it is told where two files of the site would have one address; all links have to be
    ///     looked at for that.
    public init(
        _ project: Project, version: String, checksAddresses: Bool = true, into findings: inout [Diagnostic]
    ) {
        self.project = project
        redirects = Redirects(project.manuscript, into: &findings)
        siteEntries = OnDemand { Self.entries(of: project) }
        linkedFiles = OnDemand { project.manuscript.attachments() }
        let history = project.history
        frame = PageFrame(
            manuscript: project.manuscript, theme: project.theme, history: project.history,
            generator: "Galley \(version)",
            hasFeed: project.configuration.site.url != nil
                && project.manuscript.chapters.contains { history.lastChange(of: $0.facts.dependencies) != nil },
            evidence: project.evidence, hasLinksPage: project.linkLedger != nil)
        guideAnchors = OnDemand {
            project.configuration.publications.indices.map { GuideAnchors(project.manuscript, publication: $0) }
        }
        if checksAddresses { checkAddresses(into: &findings) }
    }

    /// The composed guide of a publication.
    /// - Parameters:
    ///   - output: the path of the guide.
    ///   - inSite: whether it is a path in the site, not in the project.
    func guide(_ publication: Int, output: String, inSite: Bool = false) -> [UInt8] {
        composer(publication, output: output, inSite: inSite).compose()
    }

    /// What composes it.
    func composer(_ publication: Int, output: String, inSite: Bool = false) -> GuideComposer {
        GuideComposer(manuscript, publication: publication, anchors: guideAnchors.value, output: output, inSite: inSite)
    }

    /// All that has to be made, the largest first, so that no core waits for one at the end.
    /// - Parameters:
    ///   - keys: of the chapters, in their order; nil where nothing is to be remembered.
    ///   - marksSources: whether pages tell where the author wrote their parts.
    func jobs(keys: SiteKeys? = nil, marksSources: Bool = false) -> [PressJob] {
        var jobs: [PressJob] = []
        func add(
            _ name: String, _ key: ContentKey? = nil, stage: Timings.Stage = .lists,
            _ make: @escaping @Sendable () async -> [Output]
        ) {
            jobs.append(PressJob(name: name, stage: stage, key: key, make: make))
        }
        if frame.hasSearch, !marksSources {
            add("search", keys?.texts, stage: .search) { [self] in await searchIndex() }
        }
        for index in project.configuration.publications.indices {
            guard let page = GuidePage(frame: frame, publication: index) else { continue }
            add("guide \(index)", keys?.texts, stage: .guides) { [page.output(marksSources: marksSources)] }
            let path = page.path.with(ending: ".md")
            if !marksSources {
                add("guide in Markdown \(index)", keys?.texts, stage: .guides) { [self] in
                    [Output(path, guide(index, output: path.text, inSite: true))]
                }
            }
        }
        if let evidence = project.evidence {
            add("proof", keys?.texts) { [frame] in [ProofPage(frame: frame, ledger: evidence).output()] }
        }
        if let ledger = project.linkLedger {
            add("links", keys?.links) { [frame] in [LinksPage(frame: frame, ledger: ledger).output()] }
        }
        add("fronts", keys?.lists) { [self] in fronts() }
        for (index, chapter) in manuscript.chapters.enumerated() {
            add("chapter \(chapter.path)", keys?.chapters[index]?.whole, stage: .pages) { [self] in
                let page = chapterPage(index).output(marksSources: marksSources)
                return marksSources ? [page] : [page, twin(of: chapter)]
            }
        }
        guard !marksSources else { return jobs }
        add("feeds", keys?.lists) { [self] in feeds() }
        if let card = frame.card { add("card", keys.map { _ in card.key }) { [card.output()] } }
        add("theme") { [self] in themeFiles() }
        for attachment in attachments {
            add("file \(attachment.path)") { [self] in
                linkedFile(attachment)
            }
        }
        if !redirects.pages.isEmpty { add("redirects") { [self] in redirects.pages.values.map(redirectPage) } }
        return jobs
    }

    /// Makes each file of the site and hands it on, from several tasks at a time.
    func make(marksSources: Bool = false, _ take: @escaping @Sendable (Output) -> Void) async {
        _ = await jobs(marksSources: marksSources).concurrentMap(width: project.width) { job in
            for output in await job.make() { take(output) }
        }
    }
}
