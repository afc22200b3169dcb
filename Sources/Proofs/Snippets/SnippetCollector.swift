import Diagnostics
import Markup
import Site
import YAML

/// Collects the snippets of a site in reading order.
public struct SnippetCollector {
    /// All snippets. A text that several pages include is one snippet.
    public private(set) var snippets: [Snippet] = []
    /// What is wrong with blocks and their attributes.
    public private(set) var findings: [Diagnostic] = []
    private var seen: Set<Span> = []
    private var named: [String: Span] = [:]

    public init(_ chapters: [Chapter]) {
        for chapter in chapters { collect(chapter) }
    }

    private mutating func collect(_ chapter: Chapter) {
        let document = chapter.document
        let page = chapter.path.text.hasSuffix(".html") ? String(chapter.path.text.dropLast(5)) : chapter.path.text
        let headings = document.headings.map { (start: $0.cursor.range.lowerBound, id: $0.id) }
        var next = 0
        var section = ""
        var count = 0
        var previous: CodeBlock?
        for block in document.codeBlocks {
            while next < headings.count, headings[next].start < block.cursor.range.lowerBound {
                section = "#" + headings[next].id
                count = 0
                next += 1
            }
            if block.language == "output" {
                if previous.map({ Self.follows(block, $0) }) != true {
                    findings.append(SnippetOrphanOutput.found(at: Self.opening(of: block)))
                }
                previous = nil
                continue
            }
            count += 1
            let opening = Self.opening(of: block)
            previous = block
            guard seen.insert(opening.span).inserted else { continue }
            add(block, chapter: chapter, opening: opening, derivedID: "\(page)\(section)/\(count)")
        }
    }

    private mutating func add(
        _ block: CodeBlock, chapter: Chapter, opening: PositionMap.Origin, derivedID: String
    ) {
        var reading = RequestReading(block)
        let request = reading.read()
        findings += reading.findings
        let id = block.id ?? derivedID
        if block.id != nil, let attribute = block.attributes?.id {
            let origin = block.document.origin(of: attribute.range)
            if let first = named[id] {
                findings.append(SnippetDuplicateID.found(id, at: origin, first: first))
            } else {
                named[id] = origin.span
            }
        }
        snippets.append(
            Snippet(
                id: id, isNamed: block.id != nil, fragment: chapter.source, number: snippets.count,
                language: block.language.lowercased(), kind: reading.kind, code: Array(block.body), map: block.map,
                opening: opening, request: request, output: Self.output(behind: block)))
    }

    /// The block behind this one, if it is its expected output.
    private static func output(behind block: CodeBlock) -> ExpectedOutput? {
        guard let next = block.cursor.nextSibling?.codeBlock, next.language == "output" else { return nil }
        return ExpectedOutput(text: Array(next.body), map: next.map, opening: opening(of: next))
    }

    private static func follows(_ output: CodeBlock, _ block: CodeBlock) -> Bool {
        block.cursor.nextSibling?.codeBlock?.ordinal == output.ordinal
    }

    private static func opening(of block: CodeBlock) -> PositionMap.Origin {
        let range = block.isFenced ? block.fenceRange : block.bodyRange
        return block.document.origin(of: range)
    }
}
