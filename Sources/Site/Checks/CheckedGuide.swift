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
        let document = Document.parse(
            bytes, map: PositionMap(identity: SourceFile(path: path, bytes: bytes)), into: &ignored)
        var markup: [UInt8] = []
        document.root.walk { cursor, isEntering in
            if isEntering, cursor.kind == .htmlBlock || cursor.kind == .htmlInline { markup += cursor.textBytes }
        }
        ids = (markup.isEmpty ? [] : HTMLAnchors.ids(in: markup)).union(document.headings.map(\.id))
    }

    func findings(in manuscript: Manuscript) -> [Diagnostic] {
        manuscript.chapters(of: publication).flatMap { chapter in
            chapter.document.links.compactMap { link -> Diagnostic? in
                guard let destination = composer.destination(of: link, in: chapter), destination.hasPrefix("#"),
                    let anchor = Manuscript.anchor(of: destination), !ids.contains(anchor)
                else { return nil }
                return SiteAnchorMissing.missing(
                    anchor, in: "the composed guide `\(path)`",
                    at: chapter.document.origin(of: link.destinationRange),
                    suggestion: Spelling.nearest(to: anchor, among: ids.sorted()), fix: nil)
            }
        }
    }
}
