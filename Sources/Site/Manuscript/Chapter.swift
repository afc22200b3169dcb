import Configuration
import Diagnostics
import Markup

/// A fragment in its place: parsed, numbered, with its address in the site.
public final class Chapter: Sendable {
    /// The index of its publication in the configuration.
    let publication: Int
    /// The place in the publication, from 1.
    let number: Int
    /// The title of the group of the navigation that lists it.
    let group: String
    public let fragment: FragmentText
    public let document: Document
    /// Its page in the site.
    public let path: SitePath

    /// The title that pages and lists show: of the front matter, else the first heading.
    let title: String
    /// The title in the navigation.
    let shortTitle: String
    /// One sentence about the chapter: of the front matter, else the beginning of its first paragraph.
    let description: String

    init(publication: Int, number: Int, group: String, fragment: FragmentText, document: Document, path: SitePath) {
        self.publication = publication
        self.number = number
        self.group = group
        self.fragment = fragment
        self.document = document
        self.path = path
        let frontMatter = fragment.frontMatter
        title = frontMatter.title?.value ?? document.headings.first { $0.level == 1 }?.title ?? path.text
        shortTitle = frontMatter.nav?.value ?? title
        description = frontMatter.description?.value ?? Self.beginning(of: document) ?? title
    }

    /// The path of the fragment in the project.
    public var source: String { fragment.file.path }

    private static func beginning(of document: Document) -> String? {
        guard let paragraph = document.root.children.first(where: { $0.kind == .paragraph }) else { return nil }
        let text = paragraph.plainText
        guard text.count > 155 else { return text }
        return text.prefix(155).split(separator: " ").dropLast().joined(separator: " ") + "…"
    }

    /// The name of a fragment's page: its file's name without the number at its beginning.
    static func slug(of page: String) -> String {
        let withoutEnding = page.hasSuffix(".md") ? String(page.dropLast(3)) : page
        return withoutEnding.split(separator: "/", omittingEmptySubsequences: false).map { part in
            let digits = part.prefix(while: \.isNumber)
            let rest = part.dropFirst(digits.count)
            let isNumbered = !digits.isEmpty && rest.count > 1 && (rest.first == "-" || rest.first == "_")
            return String(isNumbered ? rest.dropFirst() : part)
        }.joined(separator: "/")
    }
}
