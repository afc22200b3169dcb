import Markup

extension Press {
    /// The file of the site at a path, made without the others but those that come of the same making; none where the
    /// site has no such file.
    ///
    /// - Parameter additions: what a preview adds to the code blocks of chapters.
    public func outputs(at path: SitePath, additions: FigureAdditions? = nil) async -> [Output] {
        if let index = index(of: path) {
            var page = chapterPage(index)
            page.additions = additions
            if let additions { page.frame.evidence = additions.evidence }
            return [page.output()]
        }
        if path.text.hasSuffix(".md"), let index = index(of: path.with(ending: ".html")) {
            return [twin(of: manuscript.chapters[index])]
        }
        if let output = asset(at: path) ?? wholePage(at: path) ?? redirects.pages[path].map(redirectPage) {
            return [output]
        }
        if frame.hasSearch, isPartOfIndex(path) { return await searchIndex() }
        if Self.feedPaths.contains(path) { return feeds() }
        return attachments.first { $0.path == path }.map(linkedFile) ?? []
    }

    private static let feedPaths: Set<SitePath> = ["sitemap.xml", "feed.xml", "robots.txt", "llms.txt"]

    /// The chapter whose page stands at a path.
    public func chapter(at path: SitePath) -> Chapter? { index(of: path).map { manuscript.chapters[$0] } }

    private func index(of path: SitePath) -> Int? { manuscript.chapters.firstIndex { $0.path == path } }

    private func asset(at path: SitePath) -> Output? {
        if let file = project.theme.staticFiles[path.text] { return Output(path, file) }
        return project.theme.assets.byPath.values.first { $0.output == path.text }.map { Output(path, $0.bytes) }
    }

    private func wholePage(at path: SitePath) -> Output? {
        let publications = Array(project.configuration.publications.indices)
        if let index = publications.first(where: { manuscript.guide(of: $0) == path }) {
            return GuidePage(frame: frame, publication: index)?.output()
        }
        if let index = publications.first(where: { manuscript.guide(of: $0)?.with(ending: ".md") == path }) {
            return Output(path, guide(index, output: path.text, inSite: true))
        }
        if let index = publications.first(where: { path.text == manuscript.folder(of: $0) + "index.html" }) {
            return landing(path, publications: [index])
        }
        switch path {
        case "index.html": return landing(path, publications: publications)
        case "404.html": return notFound
        case ProofPage.path: return project.evidence.map { ProofPage(frame: frame, ledger: $0).output() }
        case LinksPage.path: return project.linkLedger.map { LinksPage(frame: frame, ledger: $0).output() }
        case SocialCard.path: return frame.card?.output()
        default: return nil
        }
    }

    private func isPartOfIndex(_ path: SitePath) -> Bool {
        path.text.hasPrefix("search/") && path.text.hasSuffix(".js")
    }
}

extension Press {
    /// What the sources hold of the proofs of examples.
    public var evidence: EvidenceLedger? { project.evidence }

    /// Whether the name of a file tells its content.
    public func isAsset(_ path: SitePath) -> Bool {
        isPartOfIndex(path) && path != SearchIndex.path
            || project.theme.assets.byPath.values.contains { $0.output == path.text }
    }
}
