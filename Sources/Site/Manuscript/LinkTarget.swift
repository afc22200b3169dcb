import Diagnostics
import Markup

/// What a destination in a fragment leads to.
enum LinkTarget: Sendable, Equatable {
    /// An address with a scheme, or one that begins with `//`.
    case external
    /// A page of the site; nil for the anchor where the whole page is meant.
    case page(source: String, anchor: String?)
    /// A file of the project below the publication's folder, copied to the site.
    case attachment(source: String)
    /// An address that begins with `/`, or leads out of the project.
    case outside
    /// A path that is neither a page nor a file; as a path of the project.
    case missing(String)
}

extension Manuscript {
    /// Resolves a destination as it stands in a file of the project. Links in included text are relative to the file
    /// that holds them, not to the one that includes it.
    func target(of destination: String, in file: String, of chapter: Chapter) -> LinkTarget {
        if Self.hasScheme(destination) || destination.hasPrefix("//") { return .external }
        return target(Self.source(of: destination, in: file, of: chapter.source), destination, of: chapter)
    }

    /// Resolves what the facts of a chapter tell, which has no scheme.
    func target(of reference: ChapterFacts.Reference, of chapter: Chapter) -> LinkTarget {
        target(reference.path, reference.destination, of: chapter)
    }

    private func target(_ source: String?, _ destination: String, of chapter: Chapter) -> LinkTarget {
        guard let source else { return .outside }
        if self.chapter(source: source) != nil { return .page(source: source, anchor: Self.anchor(of: destination)) }
        let folder = configuration.publications[chapter.publication].source.value
        if source.hasPrefix(folder + "/"), files.isFile(source) { return .attachment(source: source) }
        return .missing(source)
    }

    /// The path in the project that a destination without a scheme names; nil where it leads out of that. One that names
    /// nothing but an anchor means the page that it is on.
    static func source(of destination: String, in file: String, of page: String) -> String? {
        guard !destination.hasPrefix("/") else { return nil }
        let path = path(of: destination)
        return path.isEmpty ? page : ProjectFiles.join(ProjectFiles.folder(of: file), path)
    }

    /// The path that a destination names, without its query and its anchor.
    static func path(of destination: String) -> String {
        let end = destination.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        return decoded(destination[..<(end ?? destination.endIndex)])
    }

    /// The anchor that a destination names; nil where it has none, and where it is empty: that is the whole page.
    static func anchor(of destination: String) -> String? {
        guard let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
        let anchor = destination[hash...].dropFirst()
        return anchor.isEmpty ? nil : decoded(anchor)
    }

    /// The query and the anchor of a destination, as they are written: they say what a reader sees of a file, the page
    /// of a PDF or the view of a drawing.
    static func suffix(of destination: String) -> Substring { destination.drop { $0 != "?" && $0 != "#" } }

    /// Where a file that fragments link to stands in the site.
    func path(ofAttachment source: String, in publication: Int) -> SitePath {
        let folder = configuration.publications[publication].source.value
        return SitePath(self.folder(of: publication) + source.dropFirst(folder.utf8.count + 1))
    }

    /// A file that fragments link to or show.
    struct Attachment: Sendable {
        /// Its place in the site.
        let path: SitePath
        /// Its path in the project.
        let source: String
        /// The chapter that leads to it first.
        let chapter: Chapter
    }

    /// All files that fragments link to or show, each once.
    func attachments() -> [Attachment] {
        var attachments: [Attachment] = []
        var known = Set<[String]>()
        func add(_ source: String, _ chapter: Chapter) {
            let path = path(ofAttachment: source, in: chapter.publication)
            guard known.insert([path.text, source]).inserted else { return }
            attachments.append(Attachment(path: path, source: source, chapter: chapter))
        }
        for chapter in chapters {
            for link in chapter.facts.references {
                guard case .attachment(let source) = target(of: link, of: chapter) else { continue }
                add(source, chapter)
            }
            if let image = chapter.facts.image,
                case .attachment(let source) = target(of: image, in: chapter.source, of: chapter)
            {
                add(source, chapter)
            }
        }
        return attachments
    }

    /// The first link of a chapter to a file, or the setting that names it.
    func span(of attachment: Attachment) -> Span {
        let chapter = attachment.chapter
        for link in chapter.document.links + chapter.document.images where !Self.hasScheme(link.destination) {
            let span = chapter.document.origin(of: link.cursor.range).span
            if target(of: link.destination, in: span.file.path, of: chapter) == .attachment(source: attachment.source) {
                return span
            }
        }
        return chapter.fragment.frontMatter.image?.span ?? chapter.start
    }

    /// RFC 3986, section 3.1.
    static func hasScheme(_ destination: String) -> Bool {
        let scheme = destination.utf8.prefix { $0 != UInt8(ascii: ":") }
        guard scheme.count < destination.utf8.count, let first = scheme.first, first.isASCIILetter else { return false }
        return scheme.allSatisfy {
            $0.isASCIILetter || $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
    }

    /// The text with `%` and two digits turned to the bytes that they stand for.
    static func decoded(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            // An integer's own parser would take a sign for a digit.
            if byte == UInt8(ascii: "%"), rest.count >= 2, rest.first != UInt8(ascii: "+"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
}

extension Manuscript {
    /// The address of a link or an image as a page writes it; nil leaves it as the author wrote it.
    func address(of link: Link, in chapter: Chapter, from page: SitePath) -> String? {
        if Self.hasScheme(link.destination) || link.destination.hasPrefix("#") { return nil }
        let file = chapter.document.origin(of: link.cursor.range).span.file.path
        switch target(of: link.destination, in: file, of: chapter) {
        case .external, .outside, .missing: return nil
        case .page(let source, let anchor):
            return self.chapter(source: source).map { page.link(to: $0.path, fragment: anchor) }
        case .attachment(let source):
            let file = path(ofAttachment: source, in: chapter.publication)
            return page.link(to: file) + Self.suffix(of: link.destination)
        }
    }

    /// The page that a link leads to from another; nil where it leads elsewhere.
    func page(of link: Link, in chapter: Chapter) -> (path: SitePath, anchor: String?)? {
        if Self.hasScheme(link.destination) || link.destination.hasPrefix("#") { return nil }
        let file = chapter.document.origin(of: link.cursor.range).span.file.path
        guard case .page(let source, let anchor) = target(of: link.destination, in: file, of: chapter) else {
            return nil
        }
        return self.chapter(source: source).map { ($0.path, anchor) }
    }

    /// The image that previews of links to a chapter show.
    func image(of chapter: Chapter) -> SitePath? {
        guard let image = chapter.facts.image else { return nil }
        guard case .attachment(let source) = target(of: image, in: chapter.source, of: chapter) else { return nil }
        return path(ofAttachment: source, in: chapter.publication)
    }
}
