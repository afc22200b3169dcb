import Diagnostics
import Markup

/// A composed guide as GitHub's readers get it: each link to a section of it must lead to one.
///
/// The site's pages have anchors that Markdown has not (of tabs, of badges, of charts), so that a link can be good there
/// and lead nowhere in the guide.
struct CheckedGuide: Sendable {
    private let path: String
    private let publication: Int
    private let composer: GuideComposer
    private let ids: Set<String>

    init(_ composer: GuideComposer, path: String, publication: Int) {
        self.composer = composer
        self.path = path
        self.publication = publication
        let bytes = composer.compose()
        var ignored: [Diagnostic] = []
        ids = Self.ids(
            in: Document.parse(
                bytes, map: PositionMap(identity: SourceFile(path: path, bytes: bytes)), into: &ignored))
    }

    /// The anchors that GitHub's readers of a document have.
    private static func ids(in document: Document) -> Set<String> {
        var markup: [UInt8] = []
        document.root.walk { cursor, isEntering in
            if isEntering, cursor.kind == .htmlBlock || cursor.kind == .htmlInline { markup += cursor.textBytes }
        }
        return (markup.isEmpty ? [] : HTMLAnchors.ids(in: markup)).union(document.headings.map(\.id))
    }

    func findings(in manuscript: Manuscript) -> [Diagnostic] {
        manuscript.chapters(of: publication).flatMap { chapter in
            chapter.document.links.compactMap { link -> Diagnostic? in
                guard let destination = composer.destination(of: link, in: chapter), destination.hasPrefix("#"),
                    let anchor = Manuscript.anchor(of: destination), !ids.contains(anchor)
                else { return nil }
                let origin = chapter.document.origin(of: link.destinationRange)
                let suggestion = nearest(to: link, in: chapter, manuscript)
                return SiteAnchorMissing.missing(
                    Manuscript.anchor(of: link.destination) ?? anchor, in: "the composed guide `\(path)`", at: origin,
                    suggestion: suggestion,
                    fix: suggestion.map {
                        .address("\(link.destination.prefix { $0 != "#" })#\($0)", at: origin.span)
                    })
            }
        }
    }

    /// The nearest anchor that the link's target has in the guide as well, by the name that the author knows it by: the
    /// guide gives ids of its own to what several chapters have.
    private func nearest(to link: Link, in chapter: Chapter, _ manuscript: Manuscript) -> String? {
        let file = chapter.document.origin(of: link.cursor.range).span.file.path
        guard case .page(let source, let anchor?) = manuscript.target(of: link.destination, in: file, of: chapter),
            let target = manuscript.chapter(source: source)
        else { return nil }
        return Spelling.nearest(to: anchor, among: Self.ids(in: target.document).sorted())
    }
}
