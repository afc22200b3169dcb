import CXML
import Markup

/// What a browser would find in a page of HTML: the elements that checks ask for, in document order.
///
/// This is the one file that touches libxml2. A page is read in one go, element by element, and no tree is made of it: a
/// site has many pages, and each has a list of chapters.
struct HTMLPage: Sendable {
    /// An element with the attributes that checks look at.
    struct Element: Sendable {
        /// In lower case.
        let name: String
        /// Names in lower case, with their values.
        let attributes: [(name: String, value: String)]
        /// Where the author wrote it, as bytes of the chapter's text; nil for what a template makes.
        let source: Range<Int>?
        /// How many chapters ended before it: a page may hold several.
        let part: Int

        subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
    }

    let elements: [Element]

    /// - Parameter isKept: told of each element; those that are not kept cost nothing more.
    init(_ html: [UInt8], keeping isKept: @escaping (Element) -> Bool = { _ in true }) {
        guard let context = htmlNewParserCtxt(), let sax = context.pointee.sax else {
            elements = []
            return
        }
        defer { htmlFreeParserCtxt(context) }
        let reading = Reading(isKept)
        // Without the handlers that make a tree, none is made.
        sax.pointee = htmlSAXHandler()
        sax.pointee.startElement = { reading, name, attributes in
            HTMLPage.reading(reading)?.open(name, attributes)
        }
        sax.pointee.comment = { reading, text in HTMLPage.reading(reading)?.comment(text) }
        context.pointee.userData = Unmanaged.passUnretained(reading).toOpaque()
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue
        let document = html.withUnsafeBytes { buffer in
            htmlCtxtReadMemory(
                context, buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), nil, "UTF-8",
                Int32(options))
        }
        if let document { xmlFreeDoc(document) }
        elements = withExtendedLifetime(reading) { reading.elements }
    }

    private static func reading(_ context: UnsafeMutableRawPointer?) -> Reading? {
        context.map { Unmanaged<Reading>.fromOpaque($0).takeUnretainedValue() }
    }

    /// What has been read so far.
    private final class Reading {
        var elements: [Element] = []
        private let isKept: (Element) -> Bool
        /// What the last comment says: it holds for HTML of the author's own, which can carry no attribute of ours.
        private var comment: Range<Int>?
        private var part = 0

        init(_ isKept: @escaping (Element) -> Bool) { self.isKept = isKept }

        func open(
            _ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
        ) {
            var attributes: [(name: String, value: String)] = []
            var source = comment
            var index = 0
            while let list, let name = list[index] {
                // Of an attribute that is there twice the first counts.
                let value = HTMLPage.text(list[index + 1])
                let name = HTMLPage.text(name)
                if name == SourceMarks.attribute { source = SourceMarks.range(value) ?? source }
                attributes.append((name, value))
                index += 2
            }
            let element = Element(name: HTMLPage.text(name), attributes: attributes, source: source, part: part)
            if isKept(element) { elements.append(element) }
        }

        func comment(_ text: UnsafePointer<xmlChar>?) {
            let mark = HTMLPage.text(text)
            comment = SourceMarks.range(mark)
            if mark == "end" { part += 1 }
        }
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
