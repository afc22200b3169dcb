/// The index that the theme's scripts search: files of text that a page loads as scripts, so that they work from the
/// file system and under the policy of the pages. A reader is sent those that a query needs, and no others.
///
/// Three kinds of files, each in the order of what it holds: `words` has all terms, `places` tells for each term in which
/// sections it stands and how, and `texts` has the sections. `index.js` says where each file begins, and its name.
struct SearchIndex {
    /// The file that leads to all others.
    static let path: SitePath = "search/index.js"

    /// A term in so many sections tells little; the best of them are kept.
    static let mostSections = 3000

    private let parts: [SearchPart]
    private let terms: SearchTerms
    /// For each term the end of its part of `places`.
    private let ends: [Int]
    /// For each term in the order of sections: eight times the number of the section, and the standing.
    private let places: [UInt32]

    /// - Parameter parts: of all chapters, in reading order.
    init(_ parts: [SearchPart]) {
        self.parts = parts
        var terms = SearchTerms()
        let numbers = parts.map { terms.add($0.terms) }
        var counts = [Int](repeating: 0, count: terms.count)
        for (part, numbers) in zip(parts, numbers) {
            for posting in part.postings { counts[Int(numbers[Int(posting.term)])] += 1 }
        }
        var total = 0
        var next = counts.map { count in
            defer { total += count }
            return total
        }
        var places = [UInt32](repeating: 0, count: total)
        var first: UInt32 = 0
        for (part, numbers) in zip(parts, numbers) {
            for posting in part.postings {
                let term = Int(numbers[Int(posting.term)])
                places[next[term]] = (first + posting.section) << 3 | UInt32(posting.standing.rawValue)
                next[term] += 1
            }
            first += UInt32(part.sections.count)
        }
        self.terms = terms
        self.ends = next
        self.places = places
    }

    /// The files of the index.
    func outputs() -> [Output] {
        let sections = parts.reduce(0) { $0 + $1.sections.count }
        let (words, places) = termFiles()
        let texts = textFiles()
        let directory = """
            {"sections":\(sections),"words":"\(words.directory)","places":"\(places.directory)","texts":"\(texts.directory)"}
            """
        let index = Output(Self.path, SearchFiles.script(Array(directory.utf8)))
        return [index] + words.outputs + places.outputs + texts.outputs
    }

    private func termFiles() -> (words: SearchFiles, places: SearchFiles) {
        var words = SearchFiles("words", opening: "\"", closing: "\"")
        var lists = SearchFiles("places", opening: "\"", closing: "\"")
        var previous: ArraySlice<UInt8> = []
        for (position, number) in terms.sorted().enumerated() {
            let term = terms[number]
            if words.size >= Self.fileSize || position == 0 {
                words.begin(at: "\(String(decoding: term, as: UTF8.self)) \(position)")
                previous = []
            }
            if lists.size >= Self.fileSize || position == 0 { lists.begin(at: "\(position)") }
            // The first of a file is whole; each other says how much it shares with the one before. Scripts count
            // characters by other units than bytes, so what is beyond ASCII is not shared.
            let shared = zip(previous, term).prefix { $0 == $1 && $0 < 0x80 }.prefix(SearchNumber.digits.count - 1)
                .count
            words.add([SearchNumber.digits[shared]])
            words.add(term.dropFirst(shared))
            words.add([UInt8(ascii: " ")])
            previous = term
            lists.add(sections(ofTerm: number))
        }
        words.finish()
        lists.finish()
        return (words, lists)
    }

    /// The sections of a term: for each standing its mark, and the steps from one section to the next.
    private func sections(ofTerm number: Int) -> [UInt8] {
        let own = places[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
        var output: [UInt8] = []
        if own.count > Self.mostSections {
            output.append(UInt8(ascii: "~"))
            SearchNumber.write(UInt32(own.count), into: &output)
        }
        var left = Self.mostSections
        for standing in SearchPart.Standing.allCases {
            var previous: UInt32?
            for place in own where place & 7 == UInt32(standing.rawValue) && left > 0 {
                if previous == nil { output.append(UInt8(ascii: "#") + standing.rawValue) }
                SearchNumber.write(place >> 3 - (previous ?? 0), into: &output)
                previous = place >> 3
                left -= 1
            }
        }
        output.append(UInt8(ascii: " "))
        return output
    }

    private func textFiles() -> SearchFiles {
        var files = SearchFiles("texts", opening: "[", closing: "]")
        var number = 0
        for part in parts {
            // A file begins with a page where it can, so that a change of one page leaves the files of others alone.
            if files.size >= Self.fileSize || number == 0 { files.begin(at: "\(number)") } else { files.add([.comma]) }
            files.add(part.page)
            for (index, section) in part.sections.enumerated() {
                if index > 0, files.size >= 2 * Self.fileSize {
                    files.add([.closingBracket])
                    files.begin(at: "\(number)")
                    files.add(part.page)
                }
                files.add([.comma])
                files.add(section)
                number += 1
            }
            files.add([.closingBracket])
        }
        files.finish()
        return files
    }

    /// From this size on a file is full, in bytes.
    private static let fileSize = 14_000
}

extension UInt8 {
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let closingBracket = UInt8(ascii: "]")
}
