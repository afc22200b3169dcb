import Diagnostics
import Markup

/// A link of a page that leads out of the site, with the place where the author wrote it.
///
/// A site may have very many, and most are good: what has to be told of one is worked out when it is asked for.
public struct ExternalLink: Sendable {
    /// As a browser reads it from the page: entities decoded, white space at its ends left out.
    public let address: String
    private let place: Place

    private enum Place: Sendable {
        /// An element of a chapter's page, with the bytes of the text that it was made of.
        case element(Chapter, lower: Int32, upper: Int32, isImage: Bool)
        case known(Known)
    }

    private final class Known: Sendable {
        let origin: PositionMap.Origin
        let definition: Span?
        let replaceable: Span?

        init(_ origin: PositionMap.Origin, _ definition: Span?, _ replaceable: Span?) {
            self.origin = origin
            self.definition = definition
            self.replaceable = replaceable
        }
    }

    /// A link at a place that is known already.
    init(address: String, origin: PositionMap.Origin, definition: Span?, replaceable: Span?) {
        self.address = address
        place = .known(Known(origin, definition, replaceable))
    }

    /// A link of a chapter's page.
    /// - Parameter source: the bytes of the chapter's text that the element was made of.
    init(address: String, in chapter: Chapter, source: Range<Int>, isImage: Bool) {
        self.address = address
        place = .element(
            chapter, lower: Int32(clamping: source.lowerBound), upper: Int32(clamping: source.upperBound),
            isImage: isImage)
    }

    /// The same with an equal text for its address, so that many links to one place share their bytes.
    public func sharing(_ text: String) -> ExternalLink {
        text == address ? ExternalLink(address: text, place) : self
    }

    private init(address: String, _ place: Place) {
        self.address = address
        self.place = place
    }

    /// The destination as the author wrote it; of a reference, the place that refers.
    public var origin: PositionMap.Origin {
        switch place {
        case .known(let known): return known.origin
        case .element(let chapter, let lower, let upper, _):
            let document = chapter.document
            guard let link = written else {
                let range = Int(lower)..<Int(upper)
                return document.origin(of: Self.place(of: address, in: document, within: range) ?? range)
            }
            return document.origin(
                of: link.form == .reference ? link.labelRange ?? link.cursor.range : link.destinationRange)
        }
    }

    /// Of a reference: the destination in its definition.
    public var definition: Span? {
        if case .known(let known) = place { return known.definition }
        return written?.form == .reference ? replaceable : nil
    }

    /// The bytes that another address may replace; nil where the address is made up of settings, or stands in HTML.
    public var replaceable: Span? {
        if case .known(let known) = place { return known.replaceable }
        return written.map { $0.document.origin(of: $0.destinationRange).span }
    }

    /// The link of the Markdown that the element was made of; nil for what stands in HTML.
    private var written: Link? {
        guard case .element(let chapter, let lower, let upper, let isImage) = place else { return nil }
        return chapter.document.link(at: Int(lower)..<Int(upper), isImage: isImage)
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

extension Project {
    /// The links out of the site as they stand in the fragments, known long before the pages are made. What templates and
    /// HTML of the author's own add is not among them.
    public func writtenExternalLinks() -> some Sequence<ExternalLink> {
        let index = SiteIndex(self, files: [])
        return manuscript.chapters.lazy.flatMap { chapter -> [ExternalLink] in
            let document = chapter.document
            return (document.links + document.images).compactMap { link in
                guard index.isExternal(link.destination) else { return nil }
                return ExternalLink(
                    address: link.destination, in: chapter, source: link.cursor.range, isImage: link.isImage)
            }
        }
    }
}
