import Diagnostics
import Markup

/// A link of a page that leads out of the site, with the place where the author wrote it.
public struct ExternalLink: Sendable {
    /// As a browser reads it from the page: entities decoded, white space at its ends left out.
    public let address: String
    /// The destination as the author wrote it; of a reference, the place that refers.
    public let origin: PositionMap.Origin
    /// Of a reference: the destination in its definition.
    public let definition: Span?
    /// The bytes that another address may replace; nil where the address is made up of settings, or stands in HTML.
    public let replaceable: Span?
}

extension CheckedPage {
    /// The attributes that name what a page loads or leads to, by element.
    private static let attributes: [String: [String]] = [
        "a": ["href"], "area": ["href"], "img": ["src"], "script": ["src"], "source": ["src"], "iframe": ["src"],
        "video": ["src", "poster"], "audio": ["src"], "track": ["src"], "embed": ["src"], "object": ["data"],
    ]

    /// The links that lead out of the site. Those of chapters that have a page of their own are told there, not on the
    /// page of the whole guide.
    func externalLinks(in index: SiteIndex) -> [ExternalLink] {
        var links: [ExternalLink] = []
        for element in elements where chapter != nil || element.source == nil {
            for address in Self.addresses(of: element) where isExternal(address, index) {
                links.append(link(to: address, of: element, index))
            }
        }
        return links
    }

    private static func addresses(of element: HTMLPage.Element) -> [String] {
        var addresses = (attributes[element.name] ?? []).compactMap { element[$0] }
        if element.name == "link", ["stylesheet", "icon", "preload"].contains(element["rel"] ?? "") {
            addresses += [element["href"]].compactMap { $0 }
        }
        addresses += SourceSet.addresses(element["srcset"] ?? "")
        return addresses.map(trimmed)
    }

    /// Without white space at its ends, as browsers read it.
    private static func trimmed(_ address: String) -> String {
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || 9...13 ~= byte }
        let bytes = address.utf8
        guard let first = bytes.first, let last = bytes.last, isSpace(first) || isSpace(last) else { return address }
        guard let start = bytes.firstIndex(where: { !isSpace($0) }), let end = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(address[start...end])
    }

    private func isExternal(_ address: String, _ index: SiteIndex) -> Bool {
        guard Manuscript.hasScheme(address) || address.hasPrefix("//") else { return false }
        return index.ownPath(of: address) == nil
    }

    private func link(to address: String, of element: HTMLPage.Element, _ index: SiteIndex) -> ExternalLink {
        guard let chapter = chapter(of: element), let source = element.source else {
            let setting = index.settings.first { address.hasPrefix($0.beginning) }?.origin
            return ExternalLink(
                address: address, origin: setting ?? origin(of: element, index), definition: nil, replaceable: nil)
        }
        guard let link = link(of: element) else {
            let range = Self.place(of: address, in: chapter.document, within: source)
            return ExternalLink(
                address: address, origin: chapter.document.origin(of: range ?? source), definition: nil,
                replaceable: nil)
        }
        let destination = chapter.document.origin(of: link.destinationRange)
        guard link.form == .reference else {
            return ExternalLink(
                address: address, origin: destination, definition: nil, replaceable: destination.span)
        }
        return ExternalLink(
            address: address, origin: chapter.document.origin(of: link.labelRange ?? link.cursor.range),
            definition: destination.span, replaceable: destination.span)
    }

    /// Where an address stands in HTML of the author's own.
    private static func place(of address: String, in document: Document, within range: Range<Int>) -> Range<Int>? {
        let text = document.text
        for written in [address, address.replacing("&", with: "&amp;")] {
            let bytes = Array(written.utf8)
            let upper = min(range.upperBound, text.endIndex) - bytes.count
            guard !bytes.isEmpty, range.lowerBound <= upper else { continue }
            if let start = (range.lowerBound...upper).first(where: { text[$0...].starts(with: bytes) }) {
                return start..<start + bytes.count
            }
        }
        return nil
    }
}
