import Diagnostics
import Markup

/// What others see of a chapter: pages that link to it or list it, the site's feeds, and the next build, which need not
/// read a chapter that nobody changed.
///
/// An object, for its many texts would each be counted wherever a structure of them is copied.
final class ChapterFacts: Sendable {
    /// A link or an image that may lead to a file of the project.
    struct Reference: Sendable, Equatable {
        let destination: String
        /// The file that it is written in: the fragment, or what that includes.
        let file: String
        /// The path in the project that it leads to, if anything is there; nil where it can lead to nothing in the project.
        let path: String?
        let isImage: Bool
    }

    /// The path of the fragment in the project.
    let source: String
    /// The title that pages and lists show: of the front matter, else the first heading. Nil where there is neither.
    let title: String?
    /// The title in the navigation, where it is another.
    let navigationTitle: String?
    /// One sentence about the chapter: of the front matter, else the beginning of its first paragraph.
    let description: String?
    /// All files that its text is made of, the fragment itself among them, sorted.
    let dependencies: [String]
    /// In document order, links before images.
    let references: [Reference]
    /// The image that previews of links show.
    let image: String?
    let hasRedirects: Bool
    let hasSuppressions: Bool

    init(_ fragment: FragmentText, _ document: Document) {
        let frontMatter = fragment.frontMatter
        source = fragment.file.path
        title = frontMatter.title?.value ?? document.headings.first { $0.level == 1 }?.title
        navigationTitle = frontMatter.nav?.value
        description = frontMatter.description?.value ?? Self.beginning(of: document)
        dependencies = fragment.dependencies
        references = (document.links + document.images).compactMap { link in
            guard !Manuscript.hasScheme(link.destination) else { return nil }
            let file = document.origin(of: link.cursor.range).span.file.path
            let path = Manuscript.source(of: link.destination, in: file, of: fragment.file.path)
            return Reference(destination: link.destination, file: file, path: path, isImage: link.isImage)
        }
        image = frontMatter.image?.value
        hasRedirects = !frontMatter.redirects.isEmpty
        hasSuppressions = !fragment.suppressions.isEmpty
    }

    /// Adds what pages of other chapters show of this one, or depend on: where it is from, its names, and the anchors that
    /// its links name. What else there is shows on its own page, and in lists, which have keys of their own.
    func addSeen(to key: inout KeyBuilder) {
        key.add(source)
        key.add(title)
        key.add(navigationTitle)
        for reference in references where !reference.isImage && reference.destination.utf8.contains(UInt8(ascii: "#")) {
            key.add(reference.destination)
            key.add(reference.file)
        }
        key.add(0)
    }

    private static func beginning(of document: Document) -> String? {
        guard let paragraph = document.root.children.first(where: { $0.kind == .paragraph }) else { return nil }
        let text = paragraph.plainText
        guard text.count > 155 else { return text }
        return text.prefix(155).split(separator: " ").dropLast().joined(separator: " ") + "…"
    }

    init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
        source = try reader.text()
        title = try Self.optional(&reader)
        navigationTitle = try Self.optional(&reader)
        description = try Self.optional(&reader)
        let source = source
        dependencies = try reader.list { reader throws(ByteReader.Malformed) in try reader.text(or: source) }
        references = try reader.list { reader throws(ByteReader.Malformed) in
            let destination = try reader.text()
            let file = try reader.text(or: source)
            let path = try Self.optional(&reader)
            return Reference(destination: destination, file: file, path: path, isImage: try reader.number() == 1)
        }
        image = try Self.optional(&reader)
        hasRedirects = try reader.number() == 1
        hasSuppressions = try reader.number() == 1
    }

    private static func optional(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> String? {
        try reader.number() == 1 ? try reader.text() : nil
    }

    func write(into writer: inout ByteWriter) {
        writer.add(source)
        Self.write(title, into: &writer)
        Self.write(navigationTitle, into: &writer)
        Self.write(description, into: &writer)
        writer.add(dependencies) { path, writer in writer.add(path, or: source) }
        writer.add(references) { reference, writer in
            writer.add(reference.destination)
            writer.add(reference.file, or: source)
            Self.write(reference.path, into: &writer)
            writer.add(reference.isImage ? 1 : 0)
        }
        Self.write(image, into: &writer)
        writer.add(hasRedirects ? 1 : 0)
        writer.add(hasSuppressions ? 1 : 0)
    }

    private static func write(_ text: String?, into writer: inout ByteWriter) {
        writer.add(text == nil ? 0 : 1)
        if let text { writer.add(text) }
    }
}
