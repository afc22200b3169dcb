import Configuration
import Markup

/// The anchors of a composed guide: GitHub's ids of its headings, and those that the guide gives to code blocks.
struct GuideAnchors: Sendable {
    /// A line of the guide's table of contents.
    struct Entry: Sendable {
        /// 0 for chapters, 1 for their sections.
        let level: Int
        /// As Markdown.
        let title: String
        let id: String
    }

    /// Ids in the guide by fragment and the id on the fragment's page.
    private var headings: [String: [String: String]] = [:]
    private var blocks: [String: [String: String]] = [:]
    /// The id of each chapter's own heading, by fragment.
    private var chapters: [String: String] = [:]
    private(set) var contents: [Entry] = []

    init(_ manuscript: Manuscript, publication index: Int) {
        var slugger = Slugger()
        _ = slugger.id(for: manuscript.configuration.publications[index].title.value)
        _ = slugger.id(for: "Contents")
        for chapter in manuscript.chapters(of: index) {
            for heading in chapter.document.headings {
                let id = slugger.id(for: heading.title)
                headings[chapter.source, default: [:]][heading.id] = id
                if chapters[chapter.source] == nil { chapters[chapter.source] = id }
                guard heading.level <= 2, heading.cursor.parent?.kind == .document else { continue }
                contents.append(Entry(level: heading.level - 1, title: Self.entry(heading), id: id))
            }
        }
        // After all headings, whose ids GitHub gives without regard to other anchors.
        for chapter in manuscript.chapters(of: index) {
            let linked = manuscript.linkedAnchors(of: chapter.source)
            for id in chapter.document.codeBlocks.compactMap(\.id) where linked.contains(id) {
                blocks[chapter.source, default: [:]][id] = slugger.id(for: id)
            }
        }
    }

    /// The anchor in the guide of a fragment's anchor, or of the fragment as a whole. Anchors in HTML of the author's own
    /// stay what they are.
    func id(of anchor: String?, in source: String) -> String? {
        guard let anchor else { return chapters[source] }
        return headings[source]?[anchor] ?? blocks[source]?[anchor] ?? anchor
    }

    /// The anchor of a code block that something links to.
    func id(ofBlock id: String, in source: String) -> String? { blocks[source]?[id] }

    /// A heading's text as the text of a link: as written where it holds neither links nor lines.
    private static func entry(_ heading: Heading) -> String {
        let written = String(decoding: heading.document.text[heading.textRange], as: UTF8.self)
        let isPlain = !written.contains(where: { "[]\n".contains($0) })
        return isPlain ? written : PlainMarkdown.escapedText(heading.title)
    }
}
