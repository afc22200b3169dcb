import Diagnostics
import YAML

/// What a fragment says about itself, in a YAML block between lines of `---` at its start.
public struct FrontMatter: Sendable {
    public let title: Located<String>?
    /// One sentence, for search results and previews.
    public let description: Located<String>?
    /// A shorter title for the navigation.
    public let nav: Located<String>?
    /// Old paths in the site that lead to this page.
    public let redirects: [Located<String>]
    /// The image that previews of links show: a path in the project.
    public let image: Located<String>?
    /// The block with its lines of `---`; nil where there is none.
    public let origin: PositionMap.Origin?

    static let empty = FrontMatter()

    private init() {
        (title, description, nav, redirects, image, origin) = (nil, nil, nil, [], nil, nil)
    }

    /// Reads the text between the lines of `---`.
    init(_ block: Block, into report: inout [Diagnostic]) {
        let stream = YAMLStream(bytes: block.text.bytes, map: block.text.map, into: &report)
        let root = stream.isComplete ? stream.documents.first : nil
        let fields = root?.decode(.frontMatter, into: &report)
        title = fields?.title
        description = fields?.description
        nav = fields?.nav
        redirects = fields?.redirects ?? []
        image = fields?.image
        origin = block.origin
    }

    struct Block {
        let text: MappedText
        let origin: PositionMap.Origin
    }

    /// Takes the block off the start of a fragment.
    static func split(_ text: MappedText, into report: inout [Diagnostic]) -> (block: Block?, body: MappedText) {
        guard let opening = line(at: 0, in: text.bytes), isFence(text.bytes[opening.content]) else {
            return (nil, text)
        }
        var start = opening.next
        while let line = line(at: start, in: text.bytes) {
            if isFence(text.bytes[line.content]) {
                let block = Block(
                    text: text.part(opening.next..<start), origin: text.map.origin(of: 0..<line.content.upperBound))
                return (block, text.part(line.next..<text.bytes.count))
            }
            start = line.next
        }
        report.append(FrontMatterUnterminated.finding(at: text.map.origin(of: opening.content)))
        return (nil, text)
    }

    private static func line(at start: Int, in bytes: [UInt8]) -> (content: Range<Int>, next: Int)? {
        guard start < bytes.count else { return nil }
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        return (start..<end, min(end + 1, bytes.count))
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy(\.isBlank)
    }
}

private struct Fields: Sendable {
    var title: Located<String>?
    var description: Located<String>?
    var nav: Located<String>?
    var redirects: [Located<String>]
    var image: Located<String>?
}

extension YAMLType where Value == Fields {
    fileprivate static var frontMatter: Self {
        .mapping("front matter") { fields in
            Fields(
                title: fields.optional("title", as: .string),
                description: fields.optional("description", as: .string),
                nav: fields.optional("nav", as: .string),
                redirects: fields.optional("redirects", as: .list(of: .string))?.value ?? [],
                image: fields.optional("image", as: .string))
        }
    }
}
