@testable import Markup

/// A document's tree as text: a line a node, with its kind, its source, and its literal where that differs.
enum TreeDump {
    static func of(_ document: Document) -> String {
        var output = ""
        var depth = 0
        document.root.walk { cursor, isEntering in
            guard isEntering else {
                depth -= 1
                return
            }
            output += String(repeating: "  ", count: depth) + line(cursor) + "\n"
            depth += 1
        }
        return output
    }

    private static func line(_ cursor: Cursor) -> String {
        var parts = ["\(cursor.kind)"]
        if cursor.kind != .document { parts.append(quoted(document: cursor.document, cursor.range)) }
        if !cursor.node.text.isEmpty, cursor.node.text != cursor.range { parts.append("= " + quoted(cursor.text)) }
        if let heading = cursor.heading { parts.append("h\(heading.level) #\(heading.id)") }
        if let link = cursor.link {
            parts.append(
                "\(link.form) -> \(quoted(link.destination)) at \(quoted(document: cursor.document, link.destinationRange))"
            )
            if let title = link.titleRange { parts.append("title \(quoted(document: cursor.document, title))") }
        }
        if let block = cursor.codeBlock {
            parts.append(
                "language \(quoted(block.language)) body \(quoted(document: cursor.document, block.bodyRange))")
            if let closing = block.closingRange {
                parts.append("closed by \(quoted(document: cursor.document, closing))")
            }
        }
        return parts.joined(separator: " ")
    }

    private static func quoted(document: Document, _ range: Range<Int>) -> String {
        quoted(String(decoding: document.text[range], as: UTF8.self))
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\n", with: "\\n").replacing("\t", with: "\\t") + "\""
    }
}
