import Configuration
import Diagnostics
import Markup

/// Joins the chapters of a publication into one Markdown guide that reads well on GitHub.
///
/// Headings are lowered by one level under the guide's title, and get the ids that GitHub gives them there; links
/// between fragments lead to those ids; footnotes are numbered through; labels of definitions are kept apart.
struct GuideComposer: Sendable {
    /// The first line of each composed guide, by which Galley knows its own work.
    static let markBeginning = "<!-- Made by galley from "

    private let manuscript: Manuscript
    private let publication: Publication
    private let index: Int
    private let chapters: [Chapter]
    /// The guide's own place, in the project or in the site: links to files are relative to it.
    private let output: String
    private let inSite: Bool
    /// The anchors of each publication's guide, since links may lead from one guide to another.
    private let anchors: [GuideAnchors]

    /// - Parameters:
    ///   - anchors: of each publication's guide; all composers of a build share them.
    ///   - output: the path of the guide.
    ///   - inSite: whether it is a path in the site, not in the project.
    init(
        _ manuscript: Manuscript, publication index: Int, anchors: [GuideAnchors], output: String, inSite: Bool = false
    ) {
        self.manuscript = manuscript
        self.index = index
        self.output = output
        self.inSite = inSite
        publication = manuscript.configuration.publications[index]
        chapters = manuscript.chapters(of: index)
        self.anchors = anchors
    }

    /// The whole guide, ending in one line break.
    func compose() -> [UInt8] {
        var text =
            "\(Self.markBeginning)\(publication.source.value): edit the fragments there, then run `galley build`. -->\n\n"
        text += "# \(PlainMarkdown.escapedText(publication.title.value))\n\n"
        if let description = publication.description?.value { text += "\(PlainMarkdown.escapedText(description))\n\n" }
        text += "## Contents\n\n"
        for entry in anchors[index].contents {
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
                    blockAnchor: { anchors[index].id(ofBlock: $0, in: chapter.source) }))
            guide.append(UInt8(ascii: "\n"))
        }
        return guide
    }

    /// Where a link of a chapter leads in the guide; nil where it stays as it is written.
    func destination(of link: Link, in chapter: Chapter) -> String? {
        let file = chapter.document.origin(of: link.cursor.range).span.file.path
        switch manuscript.target(of: link.destination, in: file, of: chapter) {
        case .external, .outside, .missing: return nil
        case .attachment(let source):
            let file = inSite ? manuscript.path(ofAttachment: source, in: index) : SitePath(source)
            return SitePath(output).link(to: file) + Manuscript.suffix(of: link.destination)
        case .page(let source, let anchor):
            guard let target = manuscript.chapter(source: source) else { return nil }
            let other = target.publication
            let id = anchors[other].id(of: anchor, in: source)
            if other == index { return id.map { "#\($0)" } }
            if inSite { return SitePath(output).link(to: target.path, fragment: anchor) }
            guard let guide = manuscript.configuration.publications[other].markdown?.value else {
                // A publication without a guide is read fragment by fragment.
                return SitePath(output).link(to: SitePath(source), fragment: anchor)
            }
            return SitePath(output).link(to: SitePath(guide), fragment: id)
        }
    }
}
