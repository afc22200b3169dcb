import Diagnostics

@testable import Markup

/// What must hold for the tree of any text, whatever it says. Returns what does not.
enum TreeFaults {
    static func of(_ document: Document) -> [String] {
        var faults: [String] = []
        document.root.walk { cursor, isEntering in
            guard isEntering else { return }
            check(cursor, into: &faults)
        }
        for block in document.codeBlocks { check(block, into: &faults) }
        for link in document.links + document.images { check(link, into: &faults) }
        return faults
    }

    private static func check(_ cursor: Cursor, into faults: inout [String]) {
        let source = cursor.source
        if cursor.range.upperBound > cursor.document.text.count { faults.append("\(cursor.kind) ends after the text") }
        if let parent = cursor.parent, parent.kind != .document, !parent.range.contains(cursor.range) {
            faults.append("\(cursor.kind) \(source) stands out of \(parent.kind) \(parent.source)")
        }
        if let next = cursor.nextSibling, next.kind != .footnoteDefinition, cursor.kind != .footnoteDefinition,
            next.range.lowerBound < cursor.range.upperBound
        {
            faults.append("\(next.kind) \(next.source) begins before \(cursor.kind) \(source) ends")
        }
        let isRight =
            switch cursor.kind {
            case .emphasis: source.first == source.last && "*_".contains(source.first ?? " ")
            case .strong:
                source.hasPrefix("**") && source.hasSuffix("**") || source.hasPrefix("__") && source.hasSuffix("__")
            case .strikethrough: source.hasPrefix("~") && source.hasSuffix("~")
            case .code: source.hasPrefix("`") && source.hasSuffix("`")
            case .htmlInline: source.hasPrefix("<") && source.hasSuffix(">")
            case .image: source.hasPrefix("![") && (source.hasSuffix(")") || source.hasSuffix("]"))
            case .footnoteReference: source.hasPrefix("[^") && source.hasSuffix("]")
            case .softBreak, .lineBreak: source.contains { $0.isNewline }
            case .blockQuote, .alert: source.hasPrefix(">")
            case .htmlBlock: source.hasPrefix("<")
            case .footnoteDefinition: source.hasPrefix("[^")
            case .tabs, .tab, .details, .chart, .unknownContainer: source.hasPrefix(":::")
            case .item, .list: source.first.map { "-+*".contains($0) || $0.isNumber } ?? false
            case .paragraph: !(source.last?.isWhitespace ?? false)
            default: true
            }
        if !isRight { faults.append("\(cursor.kind) \(source) has not its form") }
    }

    private static func check(_ block: CodeBlock, into faults: inout [String]) {
        let document = block.document
        let map = block.map
        let body = Array(block.body)
        if map.count != body.count { faults.append("the map of a code block has \(map.count) of \(body.count) bytes") }
        for (offset, byte) in body.enumerated() where byte != .newline && byte != .space {
            let origin = map.origin(of: offset..<offset + 1).span
            if origin.file.bytes[origin.range] != [byte] {
                faults.append("byte \(offset) of a code block maps to \(origin.text)")
                break
            }
        }
        if block.isFenced {
            let fence = document.string(block.fenceRange)
            if !fence.hasPrefix("```") && !fence.hasPrefix("~~~") { faults.append("\(fence) is no fence") }
            let isInside = block.cursor.range.contains(block.bodyRange) && block.cursor.range.contains(block.fenceRange)
            if !isInside { faults.append("the body \(document.string(block.bodyRange)) stands out of its block") }
        }
    }

    private static func check(_ link: Link, into faults: inout [String]) {
        let source = link.cursor.source
        let destination = link.document.string(link.destinationRange)
        let decoded = String(decoding: Entities.cleaned(destination.utf8), as: UTF8.self)
        switch link.form {
        case .inline, .reference:
            if !source.hasPrefix("[") && !source.hasPrefix("![") { faults.append("\(source) does not begin with [") }
            if decoded != link.destination { faults.append("\(decoded) is not \(link.destination)") }
            if link.form == .reference, link.definition == nil { faults.append("\(source) has no definition") }
            if let definition = link.definition {
                if definition.destination != link.destination || definition.title ?? "" != link.title {
                    faults.append("\(source) is not what its definition says")
                }
            } else {
                // Over several lines prefixes of quotes may stand in it.
                let title = link.titleRange.map { Array(link.document.text[$0].dropFirst().dropLast()) } ?? []
                if !title.contains(.newline), String(decoding: Entities.cleaned(title), as: UTF8.self) != link.title {
                    faults.append("the title of \(source) is not \(link.title)")
                }
            }
        case .autolink:
            if !source.hasPrefix("<") || !source.hasSuffix(">") { faults.append("\(source) is no autolink") }
            let forms = [destination, decoded, destination.replacing("\\|", with: "|")]
            if !forms.contains(where: { link.destination.hasSuffix($0) }) {
                faults.append("\(decoded) is not \(link.destination)")
            }
        case .bare:
            // In a table's head a pipe is escaped, in an address too.
            let forms = [destination, decoded, destination.replacing("\\|", with: "|")]
            if !forms.contains(where: { link.destination.hasSuffix($0) }) {
                faults.append("\(destination) is not \(link.destination)")
            }
        }
    }
}

extension Cursor {
    /// The node as it is written.
    var source: String { document.string(range) }
}

extension Range<Int> {
    func contains(_ other: Range<Int>) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}
