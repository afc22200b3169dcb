/// What the files of a site depend on.
struct SiteKeys: Sendable {
    /// Of each chapter's page and its twin; nil where that can't be told.
    let chapters: [ChapterKey?]
    /// Of what the keys of all chapters have in common.
    let surroundings: ContentKey
    /// Of what lists all chapters.
    let lists: ContentKey
    /// Of the page of links to other sites.
    let links: ContentKey
    /// Of what holds the texts of all chapters.
    let texts: ContentKey?
}

/// What a chapter's page and its twin depend on.
struct ChapterKey: Sendable, Hashable {
    /// Of what is the chapter's own: its text, the day of its last change, what is known of its examples.
    let own: ContentKey
    /// Of everything.
    let whole: ContentKey
}

extension Press {
    /// The keys of all that the next build may find unchanged.
    func keys() async -> SiteKeys {
        async let lists = listsKey()
        let surroundings = surroundings()
        // Where the surroundings are what they were, a chapter whose own part is what it was has the key that it had.
        let isSame = project.memory?.surroundings == surroundings
        let chapters = await manuscript.chapters.enumerated().map { $0 }.concurrentMap(width: project.width) {
            [self] index, chapter -> ChapterKey? in
            guard let own = ownKey(of: chapter) else { return nil }
            if isSame, let known = chapter.known?.key, known.own == own { return known }
            return ChapterKey(own: own, whole: wholeKey(index, own: own))
        }
        var links = KeyBuilder("links")
        links.add(await lists)
        if let ledger = project.linkLedger { links.add(ledger.text) }
        return await SiteKeys(
            chapters: chapters, surroundings: surroundings, lists: lists, links: links.finish(),
            texts: textsKey(lists: lists, chapters))
    }

    private func textsKey(lists: ContentKey, _ chapters: [ChapterKey?]) -> ContentKey? {
        var key = KeyBuilder("texts")
        key.add(lists)
        for chapter in chapters {
            guard let chapter else { return nil }
            key.add(chapter.whole)
        }
        project.evidence?.add(to: &key)
        return key.finish()
    }

    /// Of all that a chapter's page and its twin depend on, but for what is the chapter's own: the settings, the theme, the
    /// frame of all pages, the files that links may lead to, old addresses, and what chapters show of each other.
    func surroundings() -> ContentKey {
        var key = KeyBuilder("surroundings")
        key.add(project.configuration.file.bytes)
        key.add(frame.key(for: "index.html"))
        // Whether there is a file where a link leads, is known of each file that some link leads to.
        key.add(attachments.count)
        for attachment in attachments {
            key.add(attachment.path)
            key.add(attachment.source)
        }
        key.add(redirects.moved.count)
        for (page, anchors) in redirects.moved.sorted(by: { $0.key < $1.key }) {
            key.add(page)
            key.add(anchors.count)
            for anchor in anchors {
                key.add(anchor.anchor)
                key.add(anchor.target)
                key.add(anchor.targetAnchor)
                key.add(anchor.title)
            }
        }
        for chapter in manuscript.chapters {
            key.add(chapter.publication)
            key.add(chapter.number)
            key.add(chapter.group)
            key.add(chapter.path)
            chapter.facts.addSeen(to: &key)
        }
        return key.finish()
    }

    /// Nil where the text can't be told from another.
    private func ownKey(of chapter: Chapter) -> ContentKey? {
        guard let text = chapter.textKey else { return nil }
        var key = KeyBuilder("own")
        key.add(text)
        key.add(frame.history.lastChange(of: chapter.facts.dependencies))
        frame.evidence?.add(chapter.source, to: &key)
        return key.finish()
    }

    /// The key of all that a chapter's page and its twin depend on: its own part, what its links lead to, which of its
    /// anchors others name, and what the page shows around it.
    private func wholeKey(_ index: Int, own: ContentKey) -> ContentKey {
        let chapter = manuscript.chapters[index]
        var key = KeyBuilder("chapter")
        key.add(own)
        for link in chapter.facts.references {
            switch manuscript.target(of: link, of: chapter) {
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
