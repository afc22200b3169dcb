import CXML
import Markup

/// What a browser would find in a page of HTML: the elements that checks ask for, in document order.
///
/// This is the one file that touches libxml2. A page is read whole and let go before the call returns.
struct HTMLPage: Sendable {
    /// An element with the attributes that checks look at.
    struct Element: Sendable {
        let name: String
        /// The attributes that checks ask for, by lower-case name.
        let attributes: [String: String]
        /// Where the author wrote it, as bytes of the chapter's text; nil for what a template makes.
        let source: Range<Int>?
        /// How many chapters ended before it: a page may hold several.
        let part: Int

        subscript(attribute: String) -> String? { attributes[attribute] }
    }

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
        // What the last comment says: it holds for HTML of the author's own, which can carry no attribute of ours.
        var comment: Range<Int>?
        var part = 0
        var node = xmlDocGetRootElement(document)
        while let current = node {
            if current.pointee.type == XML_COMMENT_NODE {
                let mark = text(current.pointee.content)
                comment = SourceMarks.range(mark)
                if mark == "end" { part += 1 }
            } else if current.pointee.type == XML_ELEMENT_NODE {
                if let element = element(current, comment, part) { elements.append(element) }
            }
            node = next(after: current)
        }
        return elements
    }

    /// The next node in document order.
    private static func next(after node: xmlNodePtr) -> xmlNodePtr? {
        if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children { return child }
        var current = node
        while true {
            if let sibling = current.pointee.next { return sibling }
            guard let parent = current.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
            current = parent
        }
    }

    /// Elements that checks ask for by their names; others count by their id alone.
    private static let names: Set<String> = [
        "a", "img", "script", "link", "source", "h1", "h2", "h3", "h4", "h5", "h6",
    ]
    private static let attributes: Set<String> = [
        "id", "name", "href", "src", "srcset", "alt", "rel", SourceMarks.attribute,
    ]

    private static func element(_ node: xmlNodePtr, _ comment: Range<Int>?, _ part: Int) -> Element? {
        let name = text(node.pointee.name)
        // Most elements of a page are parts of code and text, which nothing is asked of.
        guard node.pointee.properties != nil || names.contains(name) else { return nil }
        let attributes = attributes(of: node)
        guard names.contains(name) || attributes["id"] != nil else { return nil }
        let source = attributes[SourceMarks.attribute].flatMap { SourceMarks.range($0) } ?? comment
        return Element(name: name, attributes: attributes, source: source, part: part)
    }

    private static func attributes(of node: xmlNodePtr) -> [String: String] {
        var found: [String: String] = [:]
        var attribute = node.pointee.properties
        while let current = attribute {
            attribute = current.pointee.next
            let name = text(current.pointee.name)
            guard attributes.contains(name) else { continue }
            var value = ""
            if let child = current.pointee.children, let content = xmlNodeListGetString(node.pointee.doc, child, 1) {
                value = text(content)
                galley_xml_free(content)
            }
            found[name] = value
        }
        return found
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
