import Foundation
import Testing

@testable import Site

/// An index as the scripts of the theme read it.
struct IndexReader {
    struct Section: Equatable {
        let address: String
        let page: String
        let anchor: String
        let heading: String
        let text: String
    }

    struct Place: Equatable {
        let section: Int
        let standing: SearchPart.Standing
    }

    private(set) var sections: [Section] = []
    private(set) var terms: [String] = []
    private(set) var places: [String: [Place]] = [:]
    /// The terms whose places are not all there, with how many there were.
    private(set) var cut: [String: Int] = [:]

    /// - Parameter files: the outputs by path in the site.
    init(_ files: [String: [UInt8]]) throws {
        let directory = try #require(try Self.data(files["search/index.js"]) as? [String: Any])
        func contents(_ kind: String, width: Int) throws -> [(start: [String], data: Any)] {
            let cells = try #require(directory[kind] as? String).split(separator: " ").map(String.init)
            return try stride(from: 0, to: cells.count, by: width).map { row in
                let name = "search/\(kind)-\(row / width).\(cells[row + width - 1]).js"
                return (Array(cells[row..<row + width - 1]), try Self.data(files[name]))
            }
        }
        for (start, data) in try contents("texts", width: 2) {
            #expect(Int(start[0]) == sections.count)
            for page in try #require(data as? [[Any]]) {
                for case let section as [String] in page.dropFirst(2) {
                    sections.append(
                        Section(
                            address: try #require(page[0] as? String), page: try #require(page[1] as? String),
                            anchor: section[0], heading: section[1], text: section[2]))
                }
            }
        }
        #expect(directory["sections"] as? Int == sections.count)
        for (start, data) in try contents("words", width: 3) {
            #expect(Int(start[1]) == terms.count)
            var previous: Substring = ""
            for (index, item) in try #require(data as? String).split(separator: " ").enumerated() {
                let digit = try #require(item.utf8.first)
                let shared = try #require(SearchNumber.digits.firstIndex(of: digit))
                previous = previous.prefix(shared) + item.dropFirst()
                if index == 0 { #expect(shared == 0 && previous == start[0]) }
                terms.append(String(previous))
            }
        }
        var number = 0
        for (start, data) in try contents("places", width: 2) {
            #expect(Int(start[0]) == number)
            for list in try #require(data as? String).split(separator: " ") {
                read(list, of: terms[number])
                number += 1
            }
        }
        #expect(number == terms.count)
    }

    private mutating func read(_ list: Substring, of term: String) {
        var found: [Place] = []
        var standing: SearchPart.Standing?
        var (section, step, shift) = (0, 0, 0)
        for sign in list.utf8 {
            if let mark = SearchPart.Standing(rawValue: sign &- UInt8(ascii: "#")) {
                standing = mark
                section = 0
            } else if let digit = SearchNumber.digits.firstIndex(of: sign) {
                step |= (digit & 31) << shift
                shift += 5
                guard digit < 32 else { continue }
                section += step
                if let standing { found.append(Place(section: section, standing: standing)) } else { cut[term] = step }
                (step, shift) = (0, 0)
            }
        }
        places[term] = found
    }

    private static func data(_ script: [UInt8]?) throws -> Any {
        let text = String(decoding: try #require(script), as: UTF8.self)
        #expect(text.hasPrefix("galleySearch(") && text.hasSuffix(")\n"))
        let json = Data(text.dropFirst("galleySearch(".count).dropLast(2).utf8)
        return try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed)
    }
}
