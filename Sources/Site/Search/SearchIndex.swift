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

    /// From this size on a file is full, in bytes.
    static let fileSize = 14_000

    /// Those that no chapter has any more included.
    private let terms: SearchTerms
    private let entries: [SearchEntry]
    /// For each term the end of its part of `places`.
    private let ends: [Int]
    /// For each term in the order of sections: eight times the number of the section, and the standing.
    private let places: [UInt32]

    /// - Parameters:
    ///   - entries: of all chapters, in reading order.
    ///   - terms: by their numbers.
    init(_ entries: [SearchEntry], terms: SearchTerms) {
        self.terms = terms
        self.entries = entries
        var counts = [Int](repeating: 0, count: terms.count)
        counts.withUnsafeMutableBufferPointer { counts in
            for entry in entries {
                entry.forEachTerm { term, count in if term < counts.count { counts[term] += count } }
            }
        }
        var total = 0
        var next = counts.map { count in
            defer { total += count }
            return total
        }
        var first: UInt32 = 0
        places = [UInt32](unsafeUninitializedCapacity: total) { places, count in
            places.initialize(repeating: 0)
            count = total
            next.withUnsafeMutableBufferPointer { next in
                for entry in entries {
                    entry.forEachPlace { term, place in
                        guard term < next.count, next[term] < places.count else { return }
                        places[next[term]] = first << 3 &+ place
                        next[term] += 1
                    }
                    first += UInt32(entry.sections)
                }
            }
        }
        ends = next
    }

    /// How many terms chapters have.
    var usedTerms: Int { ends.indices.count { !range(ofTerm: $0).isEmpty } }

    /// The files of the index.
    func outputs(_ texts: SearchTextFiles) -> [Output] {
        let sections = entries.reduce(0) { $0 + $1.sections }
        let (words, places) = termFiles()
        let directory = """
            {"sections":\(sections),"words":"\(words.directory)","places":"\(places.directory)","texts":"\(texts.directory)"}
            """
        let index = Output(Self.path, SearchFiles.script(Array(directory.utf8)))
        return [index] + words.outputs + places.outputs + texts.outputs
    }

    private func range(ofTerm number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    private func termFiles() -> (words: SearchFiles, places: SearchFiles) {
        var words = SearchFiles("words", opening: "\"", closing: "\"")
        var lists = SearchFiles("places", opening: "\"", closing: "\"")
        var previous: ArraySlice<UInt8> = []
        for (position, number) in terms.sorted().lazy.filter({ !range(ofTerm: $0).isEmpty }).enumerated() {
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
        let own = places[range(ofTerm: number)]
        var output: [UInt8] = []
        if own.count > Self.mostSections {
            output.append(UInt8(ascii: "~"))
            SearchNumber.write(UInt32(own.count), into: &output)
        }
        var left = Self.mostSections
        for standing in SearchPart.Standing.allCases where left > 0 {
            var previous: UInt32?
            for place in own where place & 7 == UInt32(standing.rawValue) {
                if previous == nil { output.append(UInt8(ascii: "#") + standing.rawValue) }
                SearchNumber.write(place >> 3 - (previous ?? 0), into: &output)
                previous = place >> 3
                left -= 1
                if left == 0 { break }
            }
        }
        output.append(UInt8(ascii: " "))
        return output
    }
}
