import Markup

/// Makes the page that holds a whole publication.
struct GuidePage {
    let frame: PageFrame
    let publication: Int
    private var manuscript: Manuscript { frame.manuscript }
    let path: SitePath
    private var chapters: [Chapter] { manuscript.chapters(of: publication) }

    /// Nil where the publication has no such page.
    init?(frame: PageFrame, publication: Int) {
        guard let path = frame.manuscript.guide(of: publication) else { return nil }
        self.frame = frame
        self.publication = publication
        self.path = path
    }

    func output(marksSources: Bool = false) -> Output {
        let settings = manuscript.configuration.publications[publication]
        let description = settings.description?.value ?? settings.title.value
        var content = Array("<h1>\(Escape.markup(settings.title.value))</h1>\n".utf8)
        if let description = settings.description?.value { content += "<p>\(Escape.markup(description))</p>\n".utf8 }
        // HTML of the author's own keeps its ids also here.
        let ids = Dictionary(chapters.map { ($0.source, Self.ids(of: $0)) }, uniquingKeysWith: { first, _ in first })
        // Without room for all of it a large guide would be in memory twice each time it outgrows what it has.
        content.reserveCapacity(content.count + chapters.reduce(0) { $0 + 3 * $1.document.text.count })
        for chapter in chapters { write(chapter, ids: ids, marksSources: marksSources, into: &content) }
        var page = PageFrame.Page(
            kind: .guide, path: path, publication: publication, title: settings.title.value, description: description)
        page.fields["markdown"] = .text(path.link(to: path.with(ending: ".md")))
        let toc = chapters.flatMap { TableOfContents.entries(of: $0.document, top: 1, prefix: Self.prefix(of: $0)) }
        page.context = [
            "breadcrumbs": .list([
                [
                    "title": .text(manuscript.configuration.site.title.value),
                    "url": .text(path.root + "index.html"),
                ],
                ["title": "Whole guide"],
            ]),
            "toc": .list(toc), "has_toc": .flag(!toc.isEmpty),
        ]
        return frame.html(.guide, page, content: consume content)
    }

    /// The ids that Galley gives in a chapter: those that get a prefix.
    private static func ids(of chapter: Chapter) -> Set<String> {
        let notes = chapter.document.footnotes.flatMap { ["fn-\($0.label)", "fnref-\($0.label)"] }
        return Set(chapter.document.headings.map(\.id) + chapter.document.codeBlocks.compactMap(\.id) + notes)
    }

    private func write(
        _ chapter: Chapter, ids: [String: Set<String>], marksSources: Bool, into content: inout [UInt8]
    ) {
        var options = HTMLWriter.Options()
        options.breaksCode = true
        // Checks look at no colours.
        if !marksSources { options.code = CodeLines.highlighted }
        options.headingShift = 1
        options.idPrefix = Self.prefix(of: chapter)
        options.marksSources = marksSources
        frame.showProofs(of: chapter, at: path, in: &options)
        options.resolve = { link in
            let file = chapter.document.origin(of: link.cursor.range).span.file.path
            let target = manuscript.target(of: link.destination, in: file, of: chapter)
            guard case .page(let source, let anchor) = target, let other = manuscript.chapter(source: source),
                other.publication == publication
            else { return manuscript.address(of: link, in: chapter, from: path) }
            guard let id = anchor ?? other.document.headings.first?.id else { return nil }
            return ids[source]?.contains(id) == true ? "#\(Self.prefix(of: other))\(id)" : "#\(id)"
        }
        content += "<section class=\"chapter\">\n".utf8
        HTMLWriter.write(chapter.document, options: options, into: &content)
        if marksSources { content += "<!--end-->".utf8 }
        content += "</section>\n".utf8
    }

    /// What keeps the ids of a chapter apart from those of others.
    static func prefix(of chapter: Chapter) -> String {
        let name = chapter.path.with(ending: "").text
        return String(name.map { $0.isWhitespace ? "-" : $0 }) + "--"
    }
}
