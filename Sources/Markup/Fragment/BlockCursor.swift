/// A place in a line while its containers are taken off, with the column that tabs need (CommonMark 0.31, 2.2).
struct BlockCursor {
    let line: Range<Int>
    /// Columns of white space before `next`.
    private(set) var indent = 0
    /// The first byte that is no blank.
    private(set) var next: Int
    private var offset: Int
    private var column = 0
    private let bytes: [UInt8]

    init(bytes: [UInt8], line: Range<Int>) {
        self.bytes = bytes
        self.line = line
        offset = line.lowerBound
        next = offset
        measure()
    }

    var end: Int { line.upperBound }
    var isAtBlank: Bool { next == end }
    var rest: Range<Int> { next..<end }

    private mutating func measure() {
        var column = self.column
        next = offset
        while next < end, bytes[next].isBlank {
            column += bytes[next] == 0x09 ? 4 - column % 4 : 1
            next += 1
        }
        indent = column - self.column
    }

    /// Takes so many columns of white space off; a tab that reaches further counts as its columns.
    mutating func skip(columns: Int) {
        let target = column + columns
        while column < target, offset < end, bytes[offset].isBlank {
            let width = bytes[offset] == 0x09 ? 4 - column % 4 : 1
            if column + width > target {
                column = target
                break
            }
            column += width
            offset += 1
        }
        measure()
    }

    private mutating func moveTo(_ offset: Int) {
        column += indent + offset - next
        self.offset = offset
        measure()
    }

    /// Takes `>` and a space after it.
    mutating func takeQuoteMark() -> Bool {
        guard next < end, bytes[next] == UInt8(ascii: ">") else { return false }
        moveTo(next + 1)
        if indent > 0 { skip(columns: 1) }
        return true
    }

    /// Takes the mark of a list item. Returns by how many columns the item's content is indented.
    mutating func takeListMark(interrupting: Bool) -> Int? {
        let digits = bytes[rest].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        var mark = next + digits.count
        guard mark < end, digits.count <= 9 else { return nil }
        let sign = bytes[mark]
        let isOrdered = !digits.isEmpty && (sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"))
        let isBullet = digits.isEmpty && [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*")].contains(sign)
        mark += 1
        guard isOrdered || isBullet, mark == end || bytes[mark].isBlank else { return nil }
        let isEmpty = bytes[mark..<end].allSatisfy(\.isBlank)
        // A number or an empty item within a paragraph is most likely no list (5.2, 5.3).
        if interrupting, isEmpty || (isOrdered && !digits.elementsEqual([UInt8(ascii: "1")])) { return nil }

        let width = indent + mark - next
        moveTo(mark)
        let space = isEmpty || indent > 4 ? 1 : indent
        skip(columns: space)
        return width + space
    }

    /// The mark and length of a fence that opens here.
    var fence: (mark: UInt8, length: Int)? {
        guard next < end else { return nil }
        let mark = bytes[next]
        guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let length = bytes[rest].prefix { $0 == mark }.count
        guard length >= 3 else { return nil }
        if mark == UInt8(ascii: "`"), bytes[next + length..<end].contains(mark) { return nil }
        return (mark, length)
    }

    /// Whether a comment (true), or an element whose content is no Markdown (false), opens here.
    var htmlOpening: Bool? {
        guard next < end, bytes[next] == UInt8(ascii: "<") else { return nil }
        if bytes[rest].starts(with: Array("<!--".utf8)) { return true }
        let name = bytes[next + 1..<end].prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
        let after = name.endIndex
        guard after == end || bytes[after].isBlank || bytes[after] == UInt8(ascii: ">") else { return nil }
        let element = String(decoding: name, as: UTF8.self).lowercased()
        return ["pre", "script", "style", "textarea"].contains(element) ? false : nil
    }

    var isHeading: Bool {
        let signs = bytes[rest].prefix { $0 == UInt8(ascii: "#") }.count
        return (1...6).contains(signs) && (next + signs == end || bytes[next + signs].isBlank)
    }

    var isSetextUnderline: Bool {
        guard next < end else { return false }
        let sign = bytes[next]
        guard sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-") else { return false }
        return bytes[rest].drop { $0 == sign }.allSatisfy(\.isBlank)
    }

    var isThematicBreak: Bool {
        guard next < end else { return false }
        let sign = bytes[next]
        guard [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_")].contains(sign) else { return false }
        let signs = bytes[rest].filter { !$0.isBlank }
        return signs.count >= 3 && signs.allSatisfy { $0 == sign }
    }
}
