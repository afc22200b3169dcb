import Markup

/// Makes the page of a chapter.
struct ChapterPage {
    var frame: PageFrame
    let chapter: Chapter
    /// The chapters before and after it.
    let previous: Chapter?
    let next: Chapter?
    /// Old anchors of this page that lead elsewhere now.
    let moved: [MovedAnchor]
    /// What a preview adds; nil for the page as it is built.
    var additions: FigureAdditions?

    func output(marksSources: Bool = false) -> Output {
        var options = HTMLWriter.Options()
        options.breaksCode = true
        // Checks look at no colours.
        if !marksSources { options.code = CodeLines.highlighted }
        options.marksSources = marksSources
        options.resolve = { frame.manuscript.address(of: $0, in: chapter, from: chapter.path) }
        frame.showProofs(of: chapter, at: chapter.path, in: &options)
        additions?.add(to: &options, of: chapter)
        var content: [UInt8] = []
        content.reserveCapacity(chapter.document.text.count * 3)
        HTMLWriter.write(chapter.document, options: options, into: &content)
        if marksSources { content += Array("<!--end-->".utf8) }
        content += MovedAnchor.list(moved, from: chapter.path)
        var page = page
        let toc = TableOfContents.entries(of: chapter.document)
        page.context["toc"] = .list(toc)
        page.context["has_toc"] = .flag(!toc.isEmpty)
        return frame.html(.page, page, content: consume content)
    }

    /// Adds all that the page shows besides the chapter's own text.
    func add(to key: inout KeyBuilder) {
        frame.add(page, to: &key)
        key.add(MovedAnchor.list(moved, from: chapter.path))
        frame.evidence?.add(chapter.source, to: &key)
    }

    /// The page but for what stands in the chapter's text.
    private var page: PageFrame.Page {
        var page = PageFrame.Page(
            kind: .chapter, path: chapter.path, publication: chapter.publication, chapter: chapter,
            title: chapter.title,
            description: chapter.description)
        let site = frame.manuscript.configuration.site
        page.fields["number"] = .text(String(chapter.number))
        page.fields["group"] = .text(chapter.group)
        page.fields["markdown"] = .text(chapter.path.link(to: chapter.path.with(ending: ".md")))
        if let edit = site.edit?.value {
            let parts = edit.split(separator: "{path}", omittingEmptySubsequences: false)
            page.fields["edit"] = .text(parts.joined(separator: SitePath.encoded(chapter.source)))
        }
        if let day = frame.history.lastChange(of: chapter.facts.dependencies) {
            page.fields["changed"] = ["iso": .text(day), "text": .text(Self.inWords(day))]
        }
        if let image = frame.manuscript.image(of: chapter), let base = site.url?.value {
            page.fields["image"] = .text(image.address(under: base))
        }
        page.context["breadcrumbs"] = .list(breadcrumbs)
        if let previous { page.context["previous"] = .record(neighbour(previous)) }
        if let next { page.context["next"] = .record(neighbour(next)) }
        return page
    }

    private var breadcrumbs: [TemplateContext] {
        let site = frame.manuscript.configuration.site.title.value
        return [
            ["title": .text(site), "url": .text(chapter.path.root + "index.html")],
            [
                "title": .text(chapter.group),
                "url": .text(chapter.path.link(to: frame.manuscript.first(inGroupOf: chapter).path)),
            ],
            ["title": .text(chapter.title)],
        ]
    }

    private func neighbour(_ other: Chapter) -> TemplateContext {
        ["title": .text(other.title), "url": .text(chapter.path.link(to: other.path))]
    }

    /// `2026-01-31` as "January 31, 2026".
    static func inWords(_ day: String) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return day }
        return "\(months[parts[1] - 1]) \(parts[2]), \(parts[0])"
    }
}
