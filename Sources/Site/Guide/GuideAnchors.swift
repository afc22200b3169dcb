import Configuration
import Markup

/// The ids that GitHub gives in the composed guide of a publication, and its contents.
struct GuideAnchors {
    /// By fragment and the id that the heading has on its page.
    private var ids: [String: [String: String]] = [:]
    /// The ids of code blocks that links name, by fragment and the id that the block has on its page.
    private var blockIDs: [String: [String: String]] = [:]
    /// The id of each chapter's own heading.
    private var chapterIDs: [String: String] = [:]
    /// The headings of the first two levels.
    private(set) var contents: [(level: Int, title: String, id: String)] = []

    init(_ manuscript: Manuscript, publication index: Int) {
        let publication = manuscript.configuration.publications[index]
        let chapters = manuscript.chapters(of: index)
        var slugger = Slugger()
        _ = slugger.id(for: publication.title.value)
        _ = slugger.id(for: "Contents")
        for chapter in chapters {
            for heading in chapter.document.headings {
                let id = slugger.id(for: heading.title)
                ids[chapter.source, default: [:]][heading.id] = id
                if chapterIDs[chapter.source] == nil { chapterIDs[chapter.source] = id }
                guard heading.level <= 2, heading.cursor.parent?.kind == .document else { continue }
                contents.append((level: heading.level - 1, title: Self.entry(heading), id: id))
            }
        }
        // After all headings, whose ids GitHub gives without regard to other anchors.
        for chapter in chapters {
            let linked = manuscript.linkedAnchors(of: chapter.source)
            for id in chapter.document.codeBlocks.compactMap(\.id) where linked.contains(id) {
                blockIDs[chapter.source, default: [:]][id] = slugger.id(for: id)
            }
        }
    }

    /// The id of what an anchor names on the page of a fragment, or of the chapter where it is nil. HTML of the author's
    /// own keeps its ids.
    func id(of anchor: String?, in source: String) -> String? {
        guard let anchor else { return chapterIDs[source] }
        return ids[source]?[anchor] ?? blockIDs[source]?[anchor] ?? anchor
    }

    /// The id of a code block; nil where nothing links to it.
    func id(ofBlock id: String, in source: String) -> String? { blockIDs[source]?[id] }

    /// A heading's text as the text of a link: as written where it holds neither links nor lines.
    private static func entry(_ heading: Heading) -> String {
        let written = String(decoding: heading.document.text[heading.textRange], as: UTF8.self)
        let isPlain = !written.contains(where: { "[]\n".contains($0) })
        return isPlain ? written : PlainMarkdown.escapedText(heading.title)
    }
}
