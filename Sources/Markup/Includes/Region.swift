/// A named part of a file, between comment lines `region: NAME` and `endregion: NAME`.
struct Region {
    enum Failure: Error {
        case missing(known: [String])
        /// Begun in this line, and never ended.
        case unclosed(Range<Int>)
    }

    /// The lines without those that mark regions, each without its line ending.
    let lines: [Range<Int>]
    /// How many bytes of white space all lines have in common.
    let indentation: Int

    /// A whole file, without the lines that mark regions.
    init(wholeOf bytes: [UInt8]) {
        lines = Self.lines(of: bytes).filter { Self.mark(in: bytes, $0) == nil }
        indentation = 0
    }

    init(_ name: String, of bytes: [UInt8]) throws(Failure) {
        let all = Self.lines(of: bytes)
        let marks = all.map { Self.mark(in: bytes, $0) }
        let begins = Mark(name: name, isEnd: false)
        guard let first = marks.firstIndex(of: begins) else {
            throw .missing(known: marks.compactMap { mark in mark.flatMap { $0.isEnd ? nil : $0.name } })
        }
        guard let last = marks[first...].firstIndex(of: Mark(name: name, isEnd: true)) else {
            throw .unclosed(all[first])
        }
        lines = (first + 1..<last).filter { marks[$0] == nil }.map { all[$0] }
        indentation = Self.commonIndentation(of: lines, in: bytes)
    }

    private struct Mark: Equatable {
        var name: String
        var isEnd: Bool
    }

    private static let openings: [[UInt8]] = ["<!--", "//", "--", "/*", "#", ";"].map { Array($0.utf8) }

    private static func mark(in bytes: [UInt8], _ line: Range<Int>) -> Mark? {
        let text = bytes[line].drop(while: \.isBlank)
        guard let opening = openings.first(where: { text.starts(with: $0) }) else { return nil }
        let words = text.dropFirst(opening.count).split(whereSeparator: \.isBlank)
        guard let keyword = words.first, words.count >= 2 else { return nil }
        let isEnd = keyword.elementsEqual("endregion:".utf8)
        guard isEnd || keyword.elementsEqual("region:".utf8) else { return nil }
        let closing = words.dropFirst(2)
        let isClosed = closing.isEmpty || (closing.count == 1 && closing.last.map(isClosing) == true)
        return isClosed ? Mark(name: String(decoding: words[1], as: UTF8.self), isEnd: isEnd) : nil
    }

    private static func isClosing(_ word: ArraySlice<UInt8>) -> Bool {
        word.elementsEqual("-->".utf8) || word.elementsEqual("*/".utf8)
    }

    private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            lines.append(start..<end)
            start = end + 1
        }
        return lines
    }

    private static func commonIndentation(of lines: [Range<Int>], in bytes: [UInt8]) -> Int {
        let written = lines.lazy.map { bytes[$0] }.filter { !$0.allSatisfy(\.isBlank) }
        guard let first = written.first else { return 0 }
        return written.reduce(first.prefix(while: \.isBlank)) { common, line in
            let shared = zip(common, line).prefix { $0 == $1 }.count
            return common.prefix(shared)
        }.count
    }
}
