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
        let parts = await manuscript.chapters.concurrentMap(width: project.width) { chapter -> SearchPartState in
            if let entry = SearchMemory.key(of: chapter).flatMap({ memory?.entry($0) }) { return .known(entry) }
            let sections = SearchTexts.sections(of: chapter)
            return .made(SearchPart(chapter, sections), SearchTexts(chapter, sections))
        }
        var terms = memory?.terms ?? SearchTerms()
        let entries = zip(manuscript.chapters, parts).map { chapter, part in
            switch part {
            case .known(let entry): entry
            case .made(let part, _):
                SearchEntry(part, key: SearchMemory.key(of: chapter), numbers: terms.add(part.terms))
            }
        }
        let folder = outputFolder.path
        let texts = SearchTextFiles(entries, known: memory?.runs ?? [:]) { path in
            (try? FileAccess.read("\(folder)/\(path)")) ?? nil
        } texts: { [manuscript] index in
            if case .made(_, let texts) = parts[index] { return texts }
            let chapter = manuscript.chapters[index]
            return SearchTexts(chapter, SearchTexts.sections(of: chapter))
        }
        let index = SearchIndex(entries, terms: terms)
        // What somebody changed while it was read is not what its key says.
        if !manuscript.chapters.contains(where: \.isOther) {
            SearchMemory.write(entries, terms: terms, used: index.usedTerms, runs: texts.runs, of: project)
        }
        return index.outputs(texts)
    }

    /// The chapter in Markdown, beside its page.
    func twin(of chapter: Chapter) -> Output {
        let path = chapter.path.with(ending: ".md")
        let anchors = manuscript.linkedAnchors(of: chapter.source)
        let text = PlainMarkdown.text(
            of: chapter,
            PlainMarkdown.Placement(
                destination: { [manuscript] link in
                    let page = manuscript.page(of: link, in: chapter)
                    return page.map { path.link(to: $0.path.with(ending: ".md"), fragment: $0.anchor) }
                        ?? manuscript.address(of: link, in: chapter, from: path)
                },
                footnoteLabel: { $0.label }, definitionLabel: { $0.label },
                blockAnchor: { anchors.contains($0) ? $0 : nil }))
        return Output(path, text + [UInt8(ascii: "\n")])
    }
}

/// A chapter's part of the index on its way into it.
private enum SearchPartState: Sendable {
    case known(SearchEntry)
    case made(SearchPart, SearchTexts)
}
