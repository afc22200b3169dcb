import Configuration
import Diagnostics
import Markup

/// Joins the chapters of a publication into one Markdown guide that reads well on GitHub.
///
/// Headings are lowered by one level under the guide's title, and get the ids that GitHub gives them there; links
/// between fragments lead to those ids; footnotes are numbered through; labels of definitions are kept apart.
struct GuideComposer {
    /// The first line of each composed guide, by which Galley knows its own work.
    static let markBeginning = "<!-- Made by galley from "

    private let manuscript: Manuscript
    private let publication: Publication
    private let index: Int
    private let chapters: [Chapter]
    /// The guide's own place, in the project or in the site: links to files are relative to it.
    private let output: String
    private let inSite: Bool
    /// GitHub's ids in the guide by fragment and the id that the heading has on its page.
    private var ids: [String: [String: String]] = [:]
    /// The ids of code blocks that links name, by fragment and the id that the block has on its page.
    private var blockIDs: [String: [String: String]] = [:]
    /// The id of each chapter's own heading.
    private var chapterIDs: [String: String] = [:]
    private var contents: [(level: Int, title: String, id: String)] = []

    /// - Parameters:
    ///   - output: the path of the guide.
    ///   - inSite: whether it is a path in the site, not in the project.
    init(_ manuscript: Manuscript, publication index: Int, output: String, inSite: Bool = false) {
        self.manuscript = manuscript
        self.index = index
        self.output = output
        self.inSite = inSite
        publication = manuscript.configuration.publications[index]
        chapters = manuscript.chapters(of: index)
        assignIDs()
    }

    /// The whole guide, ending in one line break.
    func compose() -> [UInt8] {
        var text =
            "\(Self.markBeginning)\(publication.source.value): edit the fragments there, then run `galley build`. -->\n\n"
        text += "# \(PlainMarkdown.escapedText(publication.title.value))\n\n"
        if let description = publication.description?.value { text += "\(PlainMarkdown.escapedText(description))\n\n" }
        text += "## Contents\n\n"
        for entry in contents {
            text += "\(String(repeating: "  ", count: entry.level))- [\(entry.title)](#\(entry.id))\n"
        }
        var guide = Array(text.utf8)
        let footnotes = FootnoteNumbers(chapters)
        let labels = DefinitionLabels(chapters)
        for chapter in chapters {
            guide.append(UInt8(ascii: "\n"))
            guide += PlainMarkdown.text(
                of: chapter,
                PlainMarkdown.Placement(
                    headingShift: 1,
                    destination: { destination(of: $0, in: chapter) },
                    footnoteLabel: { footnotes.label(of: $0, in: chapter) },
                    definitionLabel: { labels.label(of: $0, in: chapter) },
                    blockAnchor: { blockIDs[chapter.source]?[$0] }))
            guide.append(UInt8(ascii: "\n"))
        }
        return guide
    }

    private mutating func assignIDs() {
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

    /// A heading's text as the text of a link: as written where it holds neither links nor lines.
    private static func entry(_ heading: Heading) -> String {
        let written = String(decoding: heading.document.text[heading.textRange], as: UTF8.self)
        let isPlain = !written.contains(where: { "[]\n".contains($0) })
        return isPlain ? written : PlainMarkdown.escapedText(heading.title)
    }

    private func destination(of link: Link, in chapter: Chapter) -> String? {
        let file = chapter.document.origin(of: link.cursor.range).span.file.path
        switch manuscript.target(of: link.destination, in: file, of: chapter) {
        case .external, .outside, .missing: return nil
        case .attachment(let source):
            let file = inSite ? manuscript.path(ofAttachment: source, in: index) : SitePath(source)
            return SitePath(output).link(to: file) + Manuscript.suffix(of: link.destination)
        case .page(let source, let anchor):
            guard let target = manuscript.chapter(source: source) else { return nil }
            if target.publication == index {
                let id = anchor.map { ids[source]?[$0] ?? blockIDs[source]?[$0] ?? $0 } ?? chapterIDs[source]
                return id.map { "#\($0)" }
            }
            if inSite { return SitePath(output).link(to: target.path, fragment: anchor) }
            let guide = manuscript.configuration.publications[target.publication].markdown?.value ?? source
            return SitePath(output).link(to: SitePath(guide), fragment: anchor)
        }
    }
}
