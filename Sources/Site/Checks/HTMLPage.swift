import Markup

/// What a page of HTML consists of, as checks ask for it.
struct HTMLPage: Sendable {
    /// Where an element comes from.
    struct Place: Sendable {
        /// Where the author wrote it, as bytes of the chapter's text; nil for what a template makes.
        let source: Range<Int>?
        /// How many chapters ended before it: a page may hold several.
        let part: Int
    }

    /// An element with the attributes that checks look at.
    struct Element: Sendable {
        /// In lower case.
        let name: String
        let attributes: [(name: String, value: String)]
        let place: Place
        var source: Range<Int>? { place.source }

        subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
    }

    /// In document order.
    let elements: [Element]

    init(_ html: [UInt8]) {
        elements = html.withUnsafeBufferPointer { bytes in
            var reader = HTMLReader(bytes)
            var elements: [Element] = []
            while reader.next() { elements.append(reader.element) }
            return elements
        }
    }
}

/// Reads a page from its beginning to its end: which elements begin on it, and where the author wrote them.
struct HTMLReader {
    private var tokenizer: HTMLTokenizer
    private var name = 0..<0
    /// What the last comment says: it holds for HTML of the author's own, which can carry no attribute of ours.
    private var comment: Range<Int>?
    private var part = 0

    /// - Parameter page: outlives the reader.
    init(_ page: UnsafeBufferPointer<UInt8>) { tokenizer = HTMLTokenizer(page) }

    /// Goes on to the next element; false where there is none.
    mutating func next() -> Bool {
        while let token = tokenizer.next() {
            switch token {
            case .tag(let name):
                self.name = name
                return true
            case .comment(let range):
                let text = UnsafeBufferPointer(rebasing: tokenizer.bytes[range])
                comment = SourceMarks.range(text)
                if text.elementsEqual("end".utf8) { part += 1 }
            }
        }
        return false
    }

    // MARK: - The element

    /// - Parameter text: in lower case.
    func isNamed(_ text: StaticString) -> Bool { tokenizer.matches(name, text) }

    /// The level of a heading; nil for other elements.
    var headingLevel: Int? {
        guard name.count == 2, tokenizer.bytes[name.lowerBound] | 0x20 == UInt8(ascii: "h") else { return nil }
        let level = Int(tokenizer.bytes[name.lowerBound + 1]) - 48
        return 1...6 ~= level ? level : nil
    }

    /// An attribute's value as it is written. Of an attribute that is there twice the first counts.
    func written(_ attribute: StaticString) -> UnsafeBufferPointer<UInt8>? {
        for candidate in tokenizer.attributes where tokenizer.matches(candidate.name, attribute) {
            return UnsafeBufferPointer(rebasing: tokenizer.bytes[candidate.value])
        }
        return nil
    }

    /// An attribute's value as a browser takes it.
    subscript(attribute: StaticString) -> String? {
        written(attribute).map { value in
            guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
            return String(decoding: CharacterReferences.decoded(value), as: UTF8.self)
        }
    }

    var place: HTMLPage.Place {
        HTMLPage.Place(source: written(SourceMarks.attribute).flatMap { SourceMarks.range($0) } ?? comment, part: part)
    }

    private static let attributes: [StaticString] = ["id", "href", "rel", "src", "alt", "srcset", "poster", "data"]

    var element: HTMLPage.Element {
        HTMLPage.Element(
            name: String(decoding: tokenizer.bytes[name], as: UTF8.self).lowercased(),
            attributes: Self.attributes.compactMap { name in self[name].map { (name.description, $0) } }, place: place)
    }
}
