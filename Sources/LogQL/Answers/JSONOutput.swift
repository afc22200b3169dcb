/// JSON that is being written.
struct JSONOutput {
    private(set) var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ text: String) { bytes += text.utf8 }

    /// - Parameter escapesMarkup: whether `<`, `>` and `&` are escaped too, as Loki does it in lines of logs.
    mutating func write(quoted text: String, escapesMarkup: Bool = false) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: write("\\n")
            case 0x0D: write("\\r")
            case 0x09: write("\\t")
            case UInt8(ascii: "<") where escapesMarkup, UInt8(ascii: ">") where escapesMarkup,
                UInt8(ascii: "&") where escapesMarkup:
                escape(byte)
            case ..<0x20: escape(byte)
            default:
                bytes.append(byte)
                if escapesMarkup { escapeSeparator() }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) { write("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)) }

    /// U+2028 and U+2029, which end a line in JavaScript.
    private mutating func escapeSeparator() {
        guard bytes.count >= 3, bytes[bytes.count - 3] == 0xE2, bytes[bytes.count - 2] == 0x80,
            let last = bytes.last, last == 0xA8 || last == 0xA9
        else { return }
        bytes.removeLast(3)
        write(last == 0xA8 ? "\\u2028" : "\\u2029")
    }

    mutating func list<Element>(_ elements: [Element], _ body: (inout JSONOutput, Element) -> Void) {
        write("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { write(",") }
            body(&self, element)
        }
        write("]")
    }
}
