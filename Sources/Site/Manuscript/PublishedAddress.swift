import Configuration
import Diagnostics

/// What a full address, as a runbook or a mail names it, leads to in the published site.
public enum PublishedAddress: Sendable, Equatable {
    /// It is no address of this site, or the configuration does not say where the site is served.
    case elsewhere
    /// A page that is there; of a chapter, the files that it is made of.
    case found(sources: [String])
    case pageMissing(nearest: String?)
    case anchorMissing(String, nearest: String?)
}

extension Manuscript {
    /// Looks an address below `site.url` up among the pages and the anchors that a build makes.
    public func published(_ address: String) -> PublishedAddress {
        guard let base = configuration.site.url?.value, address.hasPrefix(base) else { return .elsewhere }
        let rest = String(address.dropFirst(base.count))
        let path = Self.path(of: rest)
        guard let chapter = chapters.first(where: { $0.path.text == path }) else {
            if ownPages.contains(path) { return .found(sources: []) }
            return .pageMissing(nearest: Spelling.nearest(to: path, among: chapters.map(\.path.text)))
        }
        guard let anchor = Self.anchor(of: rest) else { return .found(sources: chapter.facts.dependencies) }
        let anchors = chapter.document.headings.map(\.id) + chapter.document.codeBlocks.compactMap(\.id)
        if anchors.contains(anchor) { return .found(sources: chapter.facts.dependencies) }
        return .anchorMissing(anchor, nearest: Spelling.nearest(to: anchor, among: anchors))
    }

    /// Pages that are about the site as a whole; a folder's address is that of its landing page.
    private var ownPages: Set<String> {
        var pages: Set<String> = ["", "index.html", ProofPage.path.text]
        if configuration.links.ledger != nil { pages.insert(LinksPage.path.text) }
        for index in configuration.publications.indices {
            pages.formUnion([folder(of: index), folder(of: index) + "index.html"])
            if let guide = guide(of: index) { pages.insert(guide.text) }
        }
        return pages
    }
}
