import Diagnostics
import Proofs
import Site

/// Looks at open pages in the background: the checks of the page first, then its examples. One page at a time, the one
/// that was asked for last; a newer question ends an older one.
actor PageExamination {
    private let site: PreviewSite
    private let proving: Preview.Proving?
    /// Told of each page about which something new is known.
    private let news: @Sendable (SitePath) async -> Void
    private var task: Task<Void, Never>?
    /// The examples of all pages, as the sources were last.
    private var collected: (revision: Int, snippets: [Snippet])?
    /// Writers type: what they are in the midst of is not worth a look.
    private let delay = Duration.milliseconds(150)

    init(site: PreviewSite, proving: Preview.Proving?, news: @escaping @Sendable (SitePath) async -> Void) {
        self.site = site
        self.proving = proving
        self.news = news
    }

    /// Looks at pages one after the other.
    func look(at pages: [SitePath]) {
        let before = task
        before?.cancel()
        task = Task {
            // Two at a time would run services of one name.
            await before?.value
            try? await Task.sleep(for: delay)
            for page in pages where !Task.isCancelled { await look(at: page) }
        }
    }

    /// Ends what goes on, and waits for its end.
    func stop() async {
        task?.cancel()
        await task?.value
        task = nil
    }

    private func look(at page: SitePath) async {
        guard let press = await site.press, let chapter = press.chapter(at: page) else { return }
        let revision = await site.revision
        let found = await Task.detached(priority: .utility) { PageCheck.findings(of: page, in: press) }.value
        guard !Task.isCancelled else { return }
        await site.note(found, on: page, revision: revision)
        await news(page)
        guard let proving, let project = await site.project else { return }
        await prove(chapter, at: page, project, revision, proving)
    }

    private func snippets(of project: Project, at revision: Int) -> [Snippet] {
        if let collected, collected.revision == revision { return collected.snippets }
        let snippets = SnippetCollector(project.manuscript.chapters).snippets
        collected = (revision, snippets)
        return snippets
    }

    private func prove(
        _ chapter: Chapter, at page: SitePath, _ project: Project, _ revision: Int, _ proving: Preview.Proving
    ) async {
        // A text that several pages include is one example, under the name that the first of them gives it.
        let places = Set(SnippetCollector([chapter]).snippets.map(\.opening.span))
        guard !places.isEmpty else { return }
        let snippets = snippets(of: project, at: revision).filter { places.contains($0.opening.span) }
        guard !Task.isCancelled else { return }
        let ids = Set(snippets.map(\.id))
        let run = await proving.run(project, ids)
        guard !Task.isCancelled else { return await run.workbench.close() }
        await site.note(page) { $0.expect(snippets) }
        await news(page)
        let (site, news) = (site, news)
        // Verdicts come in bursts, and one look at the page shows them all.
        let (stream, continuation) = AsyncStream<[Verdict]>.makeStream()
        let showing = Task {
            for await verdicts in stream {
                let own = verdicts.filter { ids.contains($0.snippet.id) }
                await site.note(page) { $0.take(own) }
                await news(page)
            }
        }
        let (verdicts, findings) = await run.run(width: proving.width, cache: proving.cache) { _, verdicts in
            continuation.yield(verdicts)
        }
        continuation.finish()
        await showing.value
        let isDone = !Task.isCancelled
        await site.note(page) { board in
            if isDone { board.take(verdicts.filter { ids.contains($0.snippet.id) }) }
            board.giveUp()
        }
        if isDone {
            let own = findings.filter { finding in places.contains { $0.file === finding.span.file } }
            await site.add(own, on: page)
            proving.cache?.save(isWhole: false)
        }
        await news(page)
    }
}
