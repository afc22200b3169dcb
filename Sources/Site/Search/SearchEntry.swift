/// A chapter's part of the index in a few bytes, by the numbers that its terms have in the whole index. It is what is
/// kept between builds, and merged as it is.
///
/// Numbers are written with seven bits a byte, the lowest first; the eighth says that more follow.
struct SearchEntry: Sendable {
    /// Of what the part was made of; nil where that can't be told.
    let key: ContentKey?
    /// How many sections the chapter has.
    let sections: Int
    /// For each term its number, and in how many sections it stands.
    let terms: ArraySlice<UInt8>
    /// For each of these sections eight times its number, and the standing.
    let places: ArraySlice<UInt8>

    init(key: ContentKey?, sections: Int, terms: ArraySlice<UInt8>, places: ArraySlice<UInt8>) {
        self.key = key
        self.sections = sections
        self.terms = terms
        self.places = places
    }

    /// - Parameter numbers: of the part's terms in the whole index.
    init(_ part: SearchPart, key: ContentKey?, numbers: [UInt32]) {
        var starts = [Int](repeating: 0, count: numbers.count + 1)
        for posting in part.postings { starts[Int(posting.term) + 1] += 1 }
        for index in numbers.indices { starts[index + 1] += starts[index] }
        var terms: [UInt8] = []
        terms.reserveCapacity(4 * numbers.count)
        for (index, number) in numbers.enumerated() where starts[index + 1] > starts[index] {
            Self.write(number, into: &terms)
            Self.write(UInt32(starts[index + 1] - starts[index]), into: &terms)
        }
        var byTerm = [UInt32](repeating: 0, count: part.postings.count)
        for posting in part.postings {
            byTerm[starts[Int(posting.term)]] = posting.section << 3 | UInt32(posting.standing.rawValue)
            starts[Int(posting.term)] += 1
        }
        var places: [UInt8] = []
        places.reserveCapacity(byTerm.count + byTerm.count / 4)
        for place in byTerm { Self.write(place, into: &places) }
        self.init(key: key, sections: part.sections, terms: terms[...], places: places[...])
    }

    private static func write(_ number: UInt32, into output: inout [UInt8]) {
        var rest = number
        while rest > 0x7F {
            output.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        output.append(UInt8(rest))
    }

    /// Tells the terms, each with the number of its sections.
    func forEachTerm(_ take: (_ term: Int, _ count: Int) -> Void) {
        terms.withUnsafeBufferPointer { bytes in
            var numbers = Numbers(bytes)
            while let term = numbers.next(), let count = numbers.next() { take(Int(term), Int(count)) }
        }
    }

    /// Tells each place of each term.
    func forEachPlace(_ take: (_ term: Int, _ place: UInt32) -> Void) {
        places.withUnsafeBufferPointer { bytes in
            var places = Numbers(bytes)
            forEachTerm { term, count in
                for _ in 0..<count {
                    guard let place = places.next() else { return }
                    take(term, place)
                }
            }
        }
    }

    private struct Numbers {
        let bytes: UnsafeBufferPointer<UInt8>
        var offset = 0

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        mutating func next() -> UInt32? {
            guard offset < bytes.count else { return nil }
            var byte = bytes[offset]
            offset += 1
            var number = UInt32(byte & 0x7F)
            var shift: UInt32 = 7
            while byte & 0x80 != 0, offset < bytes.count {
                byte = bytes[offset]
                offset += 1
                number |= UInt32(byte & 0x7F) << shift
                shift += 7
            }
            return number
        }
    }
}
