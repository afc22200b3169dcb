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

    /// The key of all that a chapter's page and its twin depend on: the text, what its links lead to, which of its anchors
    /// others name, and what the page shows around it. Nil where the text can't be told from another.
    func chapterKey(_ index: Int) -> ContentKey? {
        let chapter = manuscript.chapters[index]
        guard let text = chapter.textKey else { return nil }
        var key = KeyBuilder("chapter")
        key.add(text)
        for link in chapter.facts.references {
            switch manuscript.target(of: link.destination, in: link.file, of: chapter) {
            case .page(let source, _): key.add("page \(manuscript.chapter(source: source)?.path.text ?? "")")
            case .attachment(let source): key.add("file \(source)")
            case .external, .outside, .missing: key.add("")
            }
        }
        for anchor in manuscript.linkedAnchors(of: chapter.source).sorted() { key.add(anchor) }
        chapterPage(index).add(to: &key)
        return key.finish()
    }
}
