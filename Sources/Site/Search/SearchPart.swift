import Markup

/// What one chapter adds to the index: a value that depends on the chapter alone, so that it can be kept as long as the
/// chapter stays.
struct SearchPart: Sendable {
    /// How a word stands in a section, the best first. The scripts of the theme know them by number.
    enum Standing: UInt8, Sendable, CaseIterable {
        case title, heading
        /// In the text, three times or more.
        case often
        case text
        /// Part of a word in a title or a heading, or in the text.
        case partOfHeading, part
        /// In the title of the page, or in the heading of a section around this one.
        case above
    }

    struct Posting: Sendable {
        let term: UInt32
        let section: UInt32
        var standing: Standing
        /// How often the word stands in the text, up to 3.
        var count: UInt8 = 0
    }

    /// The page as a list in JSON, without its end: address, title.
    let page: [UInt8]
    /// Each section as a list in JSON: anchor, heading, text.
    let sections: [[UInt8]]
    let terms: SearchTerms
    let postings: [Posting]

    init(_ chapter: Chapter) {
        var words = SearchWords()
        var builder = SearchPartBuilder()
        var titles: [SearchText.Section] = []
        var sections = Self.pieces(SearchText(chapter.document).sections)
        // The first heading is the page itself, and what stands before it as well.
        if sections.count > 1, sections[1].level == 1, sections[0].text.isEmpty { sections.removeFirst() }
        sections[0].anchor = ""
        let title = Array(chapter.title.utf8)
        for (number, section) in sections.enumerated() {
            builder.begin(number)
            titles.removeAll { $0.level >= section.level }
            if number == 0 { builder.add(title, by: &words, whole: .title, part: .partOfHeading) }
            builder.add(section.title, by: &words, whole: number == 0 ? .title : .heading, part: .partOfHeading)
            builder.add(section.text, by: &words, whole: .text, part: .part)
            builder.add(title, by: &words, whole: .above, part: .above)
            for outer in titles { builder.add(outer.title, by: &words, whole: .above, part: .above) }
            titles.append(section)
        }
        page = JSONText.list([SitePath.encoded(chapter.path.text), chapter.title].map { Array($0.utf8) })
        self.sections = sections.enumerated().map { number, section in
            JSONText.list([Array(section.anchor.utf8), number == 0 ? [] : section.title, section.text]) + [
                UInt8(ascii: "]")
            ]
        }
        terms = builder.terms
        postings = builder.postings.map { posting in
            var posting = posting
            if posting.standing == .text, posting.count == 3 { posting.standing = .often }
            return posting
        }
    }

    /// The longest text of one section, in bytes.
    private static let longest = 8000

    /// A very long section in several, so that no reader has to be sent all of it for one line.
    private static func pieces(_ sections: [SearchText.Section]) -> [SearchText.Section] {
        sections.flatMap { section -> [SearchText.Section] in
            var pieces: [SearchText.Section] = []
            var rest = section.text[...]
            while rest.count > longest {
                // At a blank, or at least not within a character.
                let end =
                    rest.prefix(longest).lastIndex(of: UInt8(ascii: " "))
                    ?? rest.prefix(longest).lastIndex { $0 & 0xC0 != 0x80 } ?? rest.startIndex
                guard end > rest.startIndex else { break }
                pieces.append(section)
                pieces[pieces.count - 1].text = Array(rest[..<end])
                rest = rest[end...].drop { $0 == UInt8(ascii: " ") }
            }
            pieces.append(section)
            pieces[pieces.count - 1].text = Array(rest)
            return pieces
        }
    }
}

/// Collects the words of a chapter, section by section.
private struct SearchPartBuilder {
    var terms = SearchTerms()
    var postings: [SearchPart.Posting] = []
    private var section: UInt32 = 0
    /// The last posting of each term.
    private var last: [Int] = []

    mutating func begin(_ number: Int) { section = UInt32(number) }

    mutating func add(
        _ text: [UInt8], by words: inout SearchWords, whole: SearchPart.Standing, part: SearchPart.Standing
    ) {
        text.withUnsafeBufferPointer { text in
            words.scan(text) { word, isPart in
                let term = terms.number(of: word)
                if term == last.count { last.append(-1) }
                add(term, isPart ? part : whole)
            }
        }
    }

    private mutating func add(_ term: Int, _ standing: SearchPart.Standing) {
        var index = last[term]
        if index < 0 || postings[index].section != section {
            index = postings.count
            last[term] = index
            postings.append(SearchPart.Posting(term: UInt32(term), section: section, standing: standing))
        } else if standing.rawValue < postings[index].standing.rawValue {
            postings[index].standing = standing
        }
        if standing == .text, postings[index].count < 3 { postings[index].count += 1 }
    }
}
