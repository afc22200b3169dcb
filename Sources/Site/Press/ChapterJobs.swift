import Markup

/// The page of each chapter, and its twin in Markdown.
extension Press {
    func chapterPage(_ index: Int) -> ChapterPage {
        let chapter = manuscript.chapters[index]
        return ChapterPage(
            frame: frame, chapter: chapter, previous: neighbour(index - 1, of: chapter),
            next: neighbour(index + 1, of: chapter), moved: redirects.moved[chapter.path] ?? [])
    }

    private func neighbour(_ index: Int, of chapter: Chapter) -> Chapter? {
        guard manuscript.chapters.indices.contains(index) else { return nil }
        let other = manuscript.chapters[index]
        return other.publication == chapter.publication ? other : nil
    }

    /// The index that readers search. The parts of chapters are made on all cores, or taken from earlier builds.
    func searchIndex() async -> [Output] {
        let memory = SearchMemory(project)
        let parts = await manuscript.chapters.concurrentMap(width: project.width) { chapter in
            SearchMemory.key(of: chapter).flatMap { memory?.part($0) } ?? SearchPart(chapter)
        }
        // Chapters whose text was asked for, and was another than it seemed, have no key.
        let known = zip(manuscript.chapters, parts).compactMap { chapter, part in
            SearchMemory.key(of: chapter).map { (key: $0, part: part) }
        }
        SearchMemory.write(known, of: project)
        return SearchIndex(parts).outputs()
    }

    /// The chapter in Markdown, beside its page.
    func twin(of chapter: Chapter) -> Output {
        let path = chapter.path.with(ending: ".md")
        let anchors = manuscript.linkedAnchors(of: chapter.source)
        let text = PlainMarkdown.text(
            of: chapter,
            PlainMarkdown.Placement(
                destination: { link in
                    let page = manuscript.page(of: link, in: chapter)
                    return page.map { path.link(to: $0.path.with(ending: ".md"), fragment: $0.anchor) }
                        ?? manuscript.address(of: link, in: chapter, from: path)
                },
                footnoteLabel: { $0.label }, definitionLabel: { $0.label },
                blockAnchor: { anchors.contains($0) ? $0 : nil }))
        return Output(path, text + [UInt8(ascii: "\n")])
    }
}
