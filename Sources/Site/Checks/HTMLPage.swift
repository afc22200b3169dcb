import CXML
import Diagnostics

/// What a browser would find in a page of HTML: the elements that checks ask for, in document order.
///
/// This is the one file that touches libxml2. A page is read whole and let go before the call returns.
struct HTMLPage: Sendable {
    /// An element with the attributes that checks look at.
    struct Element: Sendable {
        let name: String
        /// Attributes by lower-case name.
        let attributes: [String: String]
        /// Where the author wrote it, as offsets into the chapter's text: its own mark, else that of the block around
        /// it; nil for what a template makes.
        let source: Range<Int>?

        subscript(attribute: String) -> String? { attributes[attribute] }
    }

    /// The attribute that carries offsets into the chapter's text, as `12-40`, in pages made to be checked.
    static let sourceAttribute = "data-source"

    let elements: [Element]

    init(_ html: [UInt8]) {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
        let document = html.withUnsafeBytes { buffer in
            htmlReadMemory(
                buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), nil, "UTF-8",
                Int32(options))
        }
        guard let document else {
            elements = []
            return
        }
        defer { xmlFreeDoc(document) }
        elements = Self.elements(of: document)
    }

    private static func elements(of document: htmlDocPtr) -> [Element] {
        var elements: [Element] = []
        // The marks of the blocks around the node, innermost last, one for each level of the tree.
        var marks: [Range<Int>?] = [nil]
        var node = xmlDocGetRootElement(document)
        while let current = node {
            let mark = marks.last ?? nil
            var own = mark
            if current.pointee.type == XML_ELEMENT_NODE {
                let attributes = attributes(of: current)
                own = attributes[sourceAttribute].flatMap(range) ?? mark
                elements.append(Element(name: text(current.pointee.name), attributes: attributes, source: own))
            }
            if current.pointee.type == XML_ELEMENT_NODE, let child = current.pointee.children {
                marks.append(own)
                node = child
                continue
            }
            node = next(after: current, &marks)
        }
        return elements
    }

    private static func next(after node: xmlNodePtr, _ marks: inout [Range<Int>?]) -> xmlNodePtr? {
        var current = node
        while true {
            if let sibling = current.pointee.next { return sibling }
            guard let parent = current.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
            marks.removeLast()
            current = parent
        }
    }

    private static func attributes(of node: xmlNodePtr) -> [String: String] {
        var attributes: [String: String] = [:]
        var attribute = node.pointee.properties
        while let current = attribute {
            var value = ""
            if let child = current.pointee.children, let content = xmlNodeListGetString(node.pointee.doc, child, 1) {
                value = text(content)
                galley_xml_free(content)
            }
            attributes[text(current.pointee.name)] = value
            attribute = current.pointee.next
        }
        return attributes
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    private static func range(_ text: String) -> Range<Int>? {
        let parts = text.split(separator: "-")
        guard parts.count == 2, let lower = Int(parts[0]), let upper = Int(parts[1]), lower <= upper else { return nil }
        return lower..<upper
    }
}
