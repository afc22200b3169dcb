import Diagnostics
import Markup

/// Reads a page for the checks, and keeps what they have to tell of it, or to ask of other pages.
///
/// Most links of a page can be told to be good on the way, those of its list of chapters among them; nothing is made of
/// them. So what is kept grows with the faults and with the links to anchors and other sites, not with the pages.
struct PageReading {
    typealias Heading = (level: Int, place: HTMLPage.Place)

    /// An id that an element before has already.
    struct Duplicate {
        let id: String
        let place: HTMLPage.Place
        let first: HTMLPage.Place
    }

    private let path: SitePath
    private let chapter: Chapter?
    private let chapters: [Chapter]
    private let index: SiteIndex
    private let resolution: LinkResolution
    private var firstPlaces: [String: HTMLPage.Place] = [:]
    private(set) var ids: Set<String> = []
    private(set) var duplicates: [Duplicate] = []
    /// Those of the author.
    private(set) var headings: [Heading] = []
    private(set) var elements: [HTMLPage.Element] = []
    private(set) var externalLinks: [ExternalLink] = []

    /// - Parameters:
    ///   - chapter: that the page is made of; nil where it has none.
    ///   - chapters: whose text the page holds, in its order.
    init(_ path: SitePath, chapter: Chapter?, chapters: [Chapter], in index: SiteIndex) {
        self.path = path
        self.chapter = chapter
        self.chapters = chapters
        self.index = index
        resolution = LinkResolution(path)
    }

    mutating func read(_ page: UnsafeBufferPointer<UInt8>) {
        var reader = HTMLReader(page)
        while reader.next() {
            takeAnchors(reader)
            if let level = reader.headingLevel {
                let place = reader.place
                if place.source != nil { headings.append((level, place)) }
            } else if mayBeAtFault(reader) {
                take(reader.element)
            }
        }
        // Anchors that came behind their links are known by now.
        elements.removeAll { element in
            guard let href = element["href"], href.utf8.first == UInt8(ascii: "#") else { return false }
            return element.name == "a" && ids.contains(Manuscript.decoded(href.dropFirst()))
        }
    }

    private mutating func takeAnchors(_ reader: HTMLReader) {
        if let id = reader["id"] {
            if let first = firstPlaces[id] {
                duplicates.append(Duplicate(id: id, place: reader.place, first: first))
            } else {
                firstPlaces[id] = reader.place
                if !id.isEmpty { ids.insert(id) }
            }
        }
        if let name = reader.anchorName { ids.insert(name) }
    }

    /// Whether an element names what is not known to be good at first sight.
    private func mayBeAtFault(_ reader: HTMLReader) -> Bool {
        if HTMLPage.Element.followed.contains(where: { reader.isNamed($0) }) {
            return reader.written("href").map { !isGood($0) } ?? false
        }
        guard let (_, attributes) = HTMLPage.Element.loading.first(where: { reader.isNamed($0.element) }) else {
            return false
        }
        if reader.isNamed("link"), !HTMLPage.Element.loadedRelations.contains(reader["rel"] ?? "") { return false }
        if reader.isNamed("img"), reader.written("alt")?.isEmpty ?? true { return true }
        return reader.written("srcset") != nil
            || attributes.contains { attribute in reader.written(attribute).map { !isGood($0) } ?? false }
    }

    private func isGood(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        guard address.first == UInt8(ascii: "#") else { return resolution.leads(address, to: index.files) }
        return ids.contains(String(decoding: address.dropFirst(), as: UTF8.self))
    }

    private mutating func take(_ element: HTMLPage.Element) {
        // Those of chapters that have a page of their own are told there, not on the page of the whole guide.
        if chapter != nil || element.source == nil {
            for address in Self.addresses(of: element) where index.isExternal(address) {
                externalLinks.append(link(to: address, of: element))
            }
        }
        if let href = element.followedAddress, index.isExternal(href) { return }
        elements.append(element)
    }

    private func link(to address: String, of element: HTMLPage.Element) -> ExternalLink {
        let part = element.place.part
        if let source = element.source, let chapter = chapters.indices.contains(part) ? chapters[part] : chapter {
            return ExternalLink(address: address, in: chapter, source: source, isImage: element.name == "img")
        }
        let setting = index.settings.first { address.hasPrefix($0.beginning) }?.origin ?? index.templates[address]
        if setting == nil, let chapter {
            return ExternalLink(address: address, in: chapter, source: 0..<0, isImage: false)
        }
        return ExternalLink(
            address: address, origin: setting ?? PositionMap(identity: index.fallback).origin(at: 0), definition: nil,
            replaceable: nil)
    }

    // MARK: - Addresses

    private static func addresses(of element: HTMLPage.Element) -> [String] {
        (element.followedAddress.map { [$0] } ?? element.loadedAddresses).map(trimmed)
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
}
