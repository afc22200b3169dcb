import Diagnostics
import Markup

/// A composed guide as GitHub's readers get it: each link to a section of it must lead to one.
///
/// The site's pages have anchors that Markdown has not (of tabs, of badges, of charts), so that a link can be good there
/// and lead nowhere in the guide.
struct CheckedGuide: Sendable {
    private let path: String
    private let publication: Int
    private let document: Document
    private let ids: Set<String>

    init(_ bytes: [UInt8], path: String, publication: Int) {
        self.path = path
        self.publication = publication
        var ignored: [Diagnostic] = []
        document = Document.parse(
            bytes, map: PositionMap(identity: SourceFile(path: path, bytes: bytes)), into: &ignored)
        var markup: [UInt8] = []
        document.root.walk { cursor, isEntering in
            if isEntering, cursor.kind == .htmlBlock || cursor.kind == .htmlInline { markup += cursor.textBytes }
        }
        let elements = markup.isEmpty ? [] : HTMLPage(markup).elements
        ids = Set(document.headings.map(\.id) + elements.compactMap { $0["id"] ?? $0["name"] })
    }

    func findings(in manuscript: Manuscript) -> [Diagnostic] {
        let links = document.links
        let written = manuscript.chapters(of: publication).flatMap(\.document.links)
        // The table of contents comes first; then the chapters' own links in their order.
        let contents = links.count - written.count
        return links.enumerated().compactMap { number, link -> Diagnostic? in
            guard link.destination.hasPrefix("#"), let anchor = Manuscript.anchor(of: link.destination),
                !ids.contains(anchor)
            else { return nil }
            let source = contents >= 0 && number >= contents ? written[number - contents] : link
            return SiteAnchorMissing.missing(
                anchor, in: "the composed guide `\(path)`",
                at: source.document.origin(of: source.destinationRange),
                suggestion: Spelling.nearest(to: anchor, among: ids.sorted()), fix: nil)
        }
    }
}
