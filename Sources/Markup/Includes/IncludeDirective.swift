import Diagnostics

/// `{{include PATH#REGION attribute=value …}}`, with the places of its parts in the text.
struct IncludeDirective {
    static let opening: StaticString = "{{include"

    /// As written, relative to the folder of the including file.
    let path: String
    let region: String?
    /// The directive, from `{{` to `}}`.
    let range: Range<Int>
    let pathRange: Range<Int>
    let regionRange: Range<Int>
    /// The words after the path: attributes of the fence.
    let attributes: Range<Int>

    enum Fault { case notAlone, unclosed, noPath, noRegion }
    struct Malformed: Error {
        let fault: Fault
        let range: Range<Int>
    }

    /// Whether a directive begins here. Template languages write `{{ include "name" . }}`, with a space: that is none.
    static func begins(at index: Int, in bytes: [UInt8], to end: Int) -> Bool {
        let opening = Self.opening.utf8CodeUnitCount
        guard bytes[index..<end].starts(with: UnsafeBufferPointer(start: Self.opening.utf8Start, count: opening)) else {
            return false
        }
        let after = index + opening
        return after == end || bytes[after].isBlank || bytes[after] == UInt8(ascii: "}")
    }

    /// Reads the directive that begins at the start of a range, which is the rest of the line.
    init(in bytes: [UInt8], line: Range<Int>) throws(Malformed) {
        var end = line.upperBound
        while end > line.lowerBound, bytes[end - 1].isBlank { end -= 1 }
        var start = line.lowerBound + Self.opening.utf8CodeUnitCount
        let isClosed = end - 2 >= start && bytes[end - 2..<end].elementsEqual([UInt8(ascii: "}"), UInt8(ascii: "}")])
        guard isClosed else {
            let holdsEnd = bytes[start..<end].contains("}}")
            throw Malformed(fault: holdsEnd ? .notAlone : .unclosed, range: line.lowerBound..<end)
        }
        range = line.lowerBound..<end
        end -= 2
        while start < end, bytes[start].isBlank { start += 1 }
        while end > start, bytes[end - 1].isBlank { end -= 1 }

        let isQuoted = start < end && bytes[start] == UInt8(ascii: "\"")
        if isQuoted { start += 1 }
        let word = bytes[start..<end].prefix { isQuoted ? $0 != UInt8(ascii: "\"") : !$0.isBlank }
        let file = word.prefix { $0 != UInt8(ascii: "#") }
        guard !file.isEmpty else { throw Malformed(fault: .noPath, range: range) }
        path = String(decoding: file, as: UTF8.self)
        pathRange = file.startIndex..<file.endIndex
        let name = word.dropFirst(file.count + 1)
        regionRange = name.startIndex..<name.endIndex
        region = file.count < word.count ? String(decoding: name, as: UTF8.self) : nil
        if region?.isEmpty == true { throw Malformed(fault: .noRegion, range: range) }

        var rest = min(word.endIndex + (isQuoted ? 1 : 0), end)
        while rest < end, bytes[rest].isBlank { rest += 1 }
        attributes = rest..<end
    }
}
