import Glibc

/// The start tags and the comments of a page of HTML, as browsers find them (HTML's standard, section 13.2.5).
///
/// No bytes are a fault: what is no tag is text, which nobody asks for. Nothing is copied: a name or a value is a range of
/// the page's bytes.
struct HTMLTokenizer {
    enum Token {
        /// With its name.
        case tag(Range<Int>)
        case comment(Range<Int>)
    }

    struct Attribute {
        let name: Range<Int>
        /// As it is written; empty where there is none.
        let value: Range<Int>
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// Of the last start tag, as they are written.
    private(set) var attributes: [Attribute] = []
    private var position = 0
    private var isSelfClosing = false
    /// How many elements of SVG and MathML are open: what they hold is markup, whatever it is named.
    private var foreignDepth = 0

    /// - Parameter bytes: of the page; they outlive the tokenizer.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next tag or comment; nil at the end of the page.
    mutating func next() -> Token? {
        while let less = index(of: UInt8(ascii: "<"), from: position) {
            position = less + 1
            switch byte(position) {
            case UInt8(ascii: "!"): if let comment = readComment() { return .comment(comment) }
            case UInt8(ascii: "?"): skip(past: UInt8(ascii: ">"))
            case UInt8(ascii: "/"):
                position += 1
                if !Self.isLetter(byte(position)) {
                    skip(past: UInt8(ascii: ">"))
                } else if let name = readTag(), isForeign(name) {
                    foreignDepth = max(0, foreignDepth - 1)
                }
            case let first where Self.isLetter(first):
                guard let name = readTag() else { break }
                enter(name)
                return .tag(name)
            default: break
            }
        }
        position = bytes.count
        return nil
    }

    /// Whether a name is this one, which is given in lower case.
    func matches(_ name: Range<Int>, _ text: StaticString) -> Bool {
        guard name.count == text.utf8CodeUnitCount else { return false }
        let wanted = text.utf8Start
        for offset in 0..<name.count where Self.lowercased(bytes[name.lowerBound + offset]) != wanted[offset] {
            return false
        }
        return true
    }

    // MARK: - Tags

    /// Reads a tag from its name on. Nil where the page ends in it: browsers drop it.
    private mutating func readTag() -> Range<Int>? {
        attributes.removeAll(keepingCapacity: true)
        let name = read { Self.isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
        while true {
            isSelfClosing = false
            while Self.isSpace(byte(position)) || byte(position) == UInt8(ascii: "/") {
                isSelfClosing = byte(position) == UInt8(ascii: "/")
                position += 1
            }
            guard position < bytes.count else { return nil }
            if bytes[position] == UInt8(ascii: ">") {
                position += 1
                return name
            }
            attributes.append(readAttribute())
        }
    }

    private mutating func readAttribute() -> Attribute {
        // An equals sign at its beginning is a part of the name.
        let start = position
        position += 1
        let rest = read {
            Self.isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "=")
        }
        let name = start..<rest.upperBound
        skipSpace()
        guard byte(position) == UInt8(ascii: "=") else {
            return Attribute(name: name, value: rest.upperBound..<rest.upperBound)
        }
        position += 1
        skipSpace()
        let quote = byte(position)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return Attribute(name: name, value: read { Self.isSpace($0) || $0 == UInt8(ascii: ">") })
        }
        let value = position + 1
        let end = index(of: quote, from: value) ?? bytes.count
        position = min(end + 1, bytes.count)
        return Attribute(name: name, value: value..<end)
    }

    // MARK: - Text that is no markup

    private static let rawElements: [StaticString] = [
        "script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes",
    ]

    /// Behind a start tag: the text of some elements goes on to their end tag, whatever it looks like.
    private mutating func enter(_ name: Range<Int>) {
        if isForeign(name) {
            if !isSelfClosing { foreignDepth += 1 }
            return
        }
        guard foreignDepth == 0, let element = Self.rawElements.first(where: { matches(name, $0) }) else { return }
        while let less = index(of: UInt8(ascii: "<"), from: position) {
            position = less + 1
            let end = less + 2 + name.count
            guard byte(less + 1) == UInt8(ascii: "/"), end < bytes.count, matches(less + 2..<end, element) else {
                continue
            }
            if Self.isSpace(bytes[end]) || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: ">") {
                position = less
                return
            }
        }
        position = bytes.count
    }

    private func isForeign(_ name: Range<Int>) -> Bool { matches(name, "svg") || matches(name, "math") }

    /// Reads from the `!` of a declaration on; nil where it is no comment.
    private mutating func readComment() -> Range<Int>? {
        guard byte(position + 1) == UInt8(ascii: "-"), byte(position + 2) == UInt8(ascii: "-") else {
            skip(past: UInt8(ascii: ">"))
            return nil
        }
        let start = position + 3
        // `<!-->` and `<!--->` are whole.
        for length in 0...1 where byte(start + length) == UInt8(ascii: ">") {
            guard length == 0 || byte(start) == UInt8(ascii: "-") else { continue }
            position = start + length + 1
            return start..<start
        }
        var dash = start
        while let end = index(of: UInt8(ascii: "-"), from: dash) {
            dash = end + 1
            guard byte(end + 1) == UInt8(ascii: "-") else { continue }
            let isOdd = byte(end + 2) == UInt8(ascii: "!")
            guard byte(end + (isOdd ? 3 : 2)) == UInt8(ascii: ">") else { continue }
            position = end + (isOdd ? 4 : 3)
            return start..<end
        }
        position = bytes.count
        return min(start, bytes.count)..<bytes.count
    }

    // MARK: - Bytes

    /// 0 behind the end, which is no byte that anything here looks for.
    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    private func index(of byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private mutating func skip(past byte: UInt8) {
        position = index(of: byte, from: position).map { $0 + 1 } ?? bytes.count
    }

    private mutating func skipSpace() { while Self.isSpace(byte(position)) { position += 1 } }

    /// The bytes up to one that ends them, or to the end of the page.
    private mutating func read(until isEnd: (UInt8) -> Bool) -> Range<Int> {
        let start = position
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        return start..<position
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

    private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
}
