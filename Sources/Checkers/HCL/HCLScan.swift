/// Finds blocks and plain assignments of HCL, without reading expressions. What parses is python-hcl2; this only gives places.
struct HCLScan {
    struct Assignment {
        let name: String
        /// The text of a plain string without templates, with its place between the quotes.
        let string: (text: String, range: Range<Int>)?
        let nameRange: Range<Int>
    }

    struct Block {
        /// `resource`, `helm_release`, `loki`.
        let words: [String]
        let head: Range<Int>
        var assignments: [Assignment] = []
    }

    /// All blocks, nested ones too, in the order of their places; the first is what stands outside of all.
    private(set) var blocks: [Block] = []
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var open = [Block(words: [], head: 0..<0)]
        // Words of the line so far, for the head of a block; nil behind what can be no head.
        var words: [(text: String, range: Range<Int>, isString: Bool)] = []
        var isValue = false
        var objects = 0
        while index < bytes.count {
            let start = index
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\n"):
                index += 1
                if objects == 0 { (words, isValue) = ([], false) }
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "/") where peek == UInt8(ascii: "/"): skipLine()
            case UInt8(ascii: "/") where peek == UInt8(ascii: "*"): skipComment()
            case UInt8(ascii: "<") where peek == UInt8(ascii: "<"): skipHeredoc()
            case UInt8(ascii: "\""):
                skipString()
                words.append((text(start + 1..<max(start + 1, index - 1)), start..<index, true))
                if isValue, objects == 0, words.count == 2, endsLine {
                    let last = open[open.count - 1].assignments.count - 1
                    let name = open[open.count - 1].assignments[last]
                    let value = (words[1].text, start + 1..<max(start + 1, index - 1))
                    open[open.count - 1].assignments[last] = Assignment(
                        name: name.name, string: value, nameRange: name.nameRange)
                }
            case UInt8(ascii: "=") where peek != UInt8(ascii: "=") && !isValue && objects == 0:
                index += 1
                if words.count == 1 {
                    isValue = true
                    open[open.count - 1].assignments.append(
                        Assignment(name: words[0].text, string: nil, nameRange: words[0].range))
                }
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
                index += 1
                if byte == UInt8(ascii: "{"), !isValue, objects == 0, let first = words.first, let last = words.last {
                    let head = first.range.lowerBound..<last.range.upperBound
                    open.append(Block(words: words.map(\.text), head: head))
                    words = []
                } else {
                    objects += 1
                }
            case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
                index += 1
                if objects > 0 {
                    objects -= 1
                } else if open.count > 1, let block = open.popLast() {
                    blocks.append(block)
                    (words, isValue) = ([], false)
                }
            case _ where Self.isWord(byte):
                while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
                words.append((text(start..<index), start..<index, false))
            default: index += 1
            }
        }
        blocks = (open + blocks).sorted { $0.head.lowerBound < $1.head.lowerBound }
    }

    private var peek: UInt8 { index + 1 < bytes.count ? bytes[index + 1] : 0 }
    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    private mutating func skipLine() { while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 } }

    /// Whether nothing but a comment follows in the line.
    private var endsLine: Bool {
        let rest = bytes[index...].drop {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r")
        }
        guard let first = rest.first else { return true }
        return first == UInt8(ascii: "\n") || first == UInt8(ascii: "#") || first == UInt8(ascii: "/")
            || first == UInt8(ascii: "}")
    }

    private mutating func skipComment() {
        index += 2
        while index < bytes.count, !(bytes[index] == UInt8(ascii: "*") && peek == UInt8(ascii: "/")) { index += 1 }
        index = min(index + 2, bytes.count)
    }

    /// To the closing quote, over templates with strings in them.
    private mutating func skipString() {
        index += 1
        var templates = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\") {
                index += 1
            } else if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%"), peek == UInt8(ascii: "{") {
                templates += 1
                index += 1
            } else if byte == UInt8(ascii: "}"), templates > 0 {
                templates -= 1
            } else if byte == UInt8(ascii: "\""), templates == 0 {
                break
            } else if byte == UInt8(ascii: "\n"), templates == 0 {
                return
            }
            index += 1
        }
        index = min(index + 1, bytes.count)
    }

    /// `<<EOT`, to the line that has only that word.
    private mutating func skipHeredoc() {
        var start = index + 2
        if start < bytes.count, bytes[start] == UInt8(ascii: "-") { start += 1 }
        let name = bytes[start...].prefix(while: Self.isWord)
        guard !name.isEmpty else {
            index += 2
            return
        }
        skipLine()
        while index < bytes.count {
            index += 1
            let line = index
            skipLine()
            if bytes[line..<max(line, index)].drop(while: { $0 <= 0x20 }).elementsEqual(name) { return }
        }
        index = bytes.count
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80 || (0x30...0x39).contains(byte)
            || (0x61...0x7A).contains(byte | 0x20)
    }
}
