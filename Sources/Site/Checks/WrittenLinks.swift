import Diagnostics
import Markup

extension Project {
    /// The links out of the site as they stand in the fragments, known long before the pages are made. What templates and
    /// HTML of the author's own add is not among them.
    public func writtenExternalLinks() -> [ExternalLink] {
        let index = SiteIndex(pages: [], files: [], configuration: configuration)
        return manuscript.chapters.flatMap { chapter -> [ExternalLink] in
            let document = chapter.document
            return (document.links + document.images).compactMap { link in
                let address = link.destination
                guard Manuscript.hasScheme(address) || address.hasPrefix("//"), index.ownPath(of: address) == nil
                else { return nil }
                let origin = document.origin(of: link.destinationRange)
                return ExternalLink(address: address, origin: origin, definition: nil, replaceable: nil)
            }
        }
    }
}
