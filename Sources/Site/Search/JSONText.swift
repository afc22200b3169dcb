/// Texts as JSON writes them, in UTF-8.
enum JSONText {
    /// A list of texts without its end, so that more can follow.
    static func list(_ texts: [[UInt8]]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(texts.reduce(8) { $0 + $1.count + 8 })
        for text in texts {
            output.append(output.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
            write(text, into: &output)
        }
        return output
    }

    static func write(_ text: [UInt8], into output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var rest = text[...]
        while let special = rest.firstIndex(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        ) {
            output += rest[..<special]
            // Texts have no breaks here but those that an author wrote as entities.
            output += rest[special] < 0x20 ? [UInt8(ascii: " ")] : [UInt8(ascii: "\\"), rest[special]]
            rest = rest[(special + 1)...]
        }
        output += rest
        output.append(UInt8(ascii: "\""))
    }
}
