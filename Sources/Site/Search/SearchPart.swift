import Markup

/// The words of one chapter as the index has them: a value that depends on the chapter alone, so that it can be kept as
/// long as the chapter stays.
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

    /// How many sections the chapter has.
    let sections: Int
    let terms: SearchTerms
    /// Those of each term in the order of sections.
    let postings: [Posting]

    /// - Parameter sections: of the chapter.
    init(_ chapter: Chapter, _ sections: [SearchText.Section]) {
        var builder = SearchPartBuilder()
        var scanner = SearchWords()
        // A title counts for each section below it, so that its words are looked for once.
        var titles: [(level: Int, words: [SearchPartBuilder.Word])] = []
        let title = builder.words(of: Array(chapter.title.utf8), by: &scanner)
        for (number, section) in sections.enumerated() {
            builder.begin(number)
            titles.removeAll { $0.level >= section.level }
            let heading = builder.words(of: section.title, by: &scanner)
            if number == 0 { builder.add(title, whole: .title, part: .partOfHeading) }
            builder.add(heading, whole: number == 0 ? .title : .heading, part: .partOfHeading)
            builder.add(section.text, by: &scanner)
            builder.add(title, whole: .above, part: .above)
            for outer in titles { builder.add(outer.words, whole: .above, part: .above) }
            titles.append((section.level, heading))
        }
        self.sections = sections.count
        terms = builder.terms
        postings = builder.postings.map { posting in
            var posting = posting
            if posting.standing == .text, posting.count == 3 { posting.standing = .often }
            return posting
        }
    }
}

/// Collects the words of a chapter, section by section.
private struct SearchPartBuilder {
    struct Word {
        let term: Int
        let isPart: Bool
    }

    var terms = SearchTerms(room: 500)
    var postings: [SearchPart.Posting] = []
    private var section: UInt32 = 0
    /// The last posting of each term.
    private var last: [Int] = []

    mutating func begin(_ number: Int) { section = UInt32(number) }

    /// The words of a title, in their order.
    mutating func words(of title: [UInt8], by scanner: inout SearchWords) -> [Word] {
        var words: [Word] = []
        title.withUnsafeBufferPointer { title in
            scanner.scan(title) { word, isPart in words.append(Word(term: terms.number(of: word), isPart: isPart)) }
        }
        return words
    }

    mutating func add(_ words: [Word], whole: SearchPart.Standing, part: SearchPart.Standing) {
        for word in words { add(word.term, word.isPart ? part : whole) }
    }

    mutating func add(_ text: [UInt8], by scanner: inout SearchWords) {
        text.withUnsafeBufferPointer { text in
            scanner.scan(text) { word, isPart in add(terms.number(of: word), isPart ? .part : .text) }
        }
    }

    private mutating func add(_ term: Int, _ standing: SearchPart.Standing) {
        while last.count <= term { last.append(-1) }
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
