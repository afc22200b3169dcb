import Configuration
import Diagnostics
import Markup

/// Finds what was left to be written: in prose, in the comments of code, in texts of images, in links, and sections that
/// have nothing in them.
public struct TodosCheck: Sendable {
    /// The rules that the check looks for.
    public static let rules: Set<RuleID> = [TodosPlaceholder.id, TodosPlaceholderLink.id, TodosEmptySection.id]

    private let scan: PlaceholderScan

    public init(_ settings: Configuration.Checks) {
        scan = PlaceholderScan(words: settings.todoWords.map(\.value), allowed: settings.todoAllowed.map(\.value))
    }

    /// The findings in all chapters of a project.
    public static func run(on project: Project) async -> [Diagnostic] {
        let check = TodosCheck(project.configuration.checks)
        return await project.manuscript.chapters.concurrentMap(width: project.width, check.findings).flatMap { $0 }
    }

    func findings(in chapter: Chapter) -> [Diagnostic] {
        let document = chapter.document
        var findings: [Diagnostic] = []
        document.root.walk { cursor, isEntering in
            guard isEntering else { return }
            switch cursor.kind {
            case .paragraph, .heading, .tableCell: checkLines(of: cursor, into: &findings)
            case .htmlBlock: checkText(cursor.range, of: document, as: "HTML", into: &findings)
            case .codeBlock: if let block = cursor.codeBlock { check(block, into: &findings) }
            case .tab, .details, .chart: checkText(cursor.node.text, of: document, as: "a title", into: &findings)
            default: break
            }
        }
        for link in document.links { check(link, into: &findings) }
        for image in document.images { check(image, into: &findings) }
        findings += emptySections(of: document)
        if let description = chapter.fragment.frontMatter.description {
            check(description.value, description.origin, &findings)
        }
        return findings
    }

    /// Prose is looked through as it is written, so that a phrase over two lines or with marks in it is found once, and
    /// link targets are left to a check of their own.
    private func checkLines(of cursor: Cursor, into findings: inout [Diagnostic]) {
        let document = cursor.document
        var runs: [Range<Int>] = []
        cursor.walk { part, isEntering in
            guard isEntering else { return }
            switch part.kind {
            case .text, .code, .htmlInline:
                // Text on both sides of a soft break is one run.
                if let last = runs.last, isBlank(document.text, last.upperBound, part.range.lowerBound) {
                    runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, part.range.upperBound)
                } else {
                    runs.append(part.range)
                }
            default: break
            }
        }
        for run in runs { checkText(run, of: document, as: "the text", into: &findings) }
    }

    private func isBlank(_ text: ArraySlice<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
        lower <= upper && text[lower..<upper].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    }

    private func checkText(
        _ range: Range<Int>, of document: Document, as place: String, into findings: inout [Diagnostic]
    ) {
        for hit in scan.hits(in: document.buffer, range) {
            findings.append(TodosPlaceholder.found(hit.text, at: document.origin(of: hit.range), in: place))
        }
    }

    /// In code only comments speak to the reader; a word in a string is what the program prints.
    private func check(_ block: CodeBlock, into findings: inout [Diagnostic]) {
        let body = Array(block.body)
        let tokens = body.withUnsafeBufferPointer { Highlighter.highlight($0, language: block.language) }
        let map = block.map
        for token in tokens where token.kind == .comment {
            for hit in scan.hits(in: body, token.range) {
                findings.append(
                    TodosPlaceholder.found(hit.text, at: map.origin(of: hit.range), in: "a comment of the code"))
            }
        }
        if let title = block.attributes?["title"] {
            checkText(title.valueRange, of: block.document, as: "a title", into: &findings)
        }
    }

    private func check(_ link: Link, into findings: inout [Diagnostic]) {
        let document = link.document
        if Self.isPlaceholder(link.destination) {
            let range = link.destination.isEmpty ? link.cursor.range : link.destinationRange
            findings.append(TodosPlaceholderLink.found(link.destination, at: document.origin(of: range)))
        } else if let hit = scan.hits(in: Array(link.destination.utf8), 0..<link.destination.utf8.count).first {
            findings.append(
                TodosPlaceholder.found(hit.text, at: document.origin(of: link.destinationRange), in: "an address"))
        }
        if let title = link.titleRange { checkText(title, of: document, as: "a title", into: &findings) }
    }

    private func check(_ text: String, _ origin: PositionMap.Origin, _ findings: inout [Diagnostic]) {
        for hit in scan.hits(in: Array(text.utf8), 0..<text.utf8.count) {
            findings.append(TodosPlaceholder.found(hit.text, at: origin, in: "the description"))
        }
    }

    /// What stands for an address that is not known yet.
    private static func isPlaceholder(_ destination: String) -> Bool {
        let word = destination.lowercased().drop { "<#/.{".contains($0) }
        let name = word.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
        let rest = word.dropFirst(name.count)
        guard rest.allSatisfy({ ">}/#.".contains($0) }) else { return false }
        return destination.isEmpty || destination == "#"
            || ["url", "link", "address", "href", "placeholder"].contains(name)
    }

    private func emptySections(of document: Document) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var current = document.root.firstChild
        while let node = current {
            current = node.nextSibling
            guard node.kind == .heading, let heading = node.heading else { continue }
            // A heading that opens lower ones has them for its text.
            let isEmpty = current.map { next in
                next.kind == .footnoteDefinition || (next.kind == .heading && next.level <= node.level)
            }
            if isEmpty ?? true {
                findings.append(TodosEmptySection.empty(heading.title, at: document.origin(of: heading.textRange)))
            }
        }
        return findings
    }
}
