import Markup

/// Text as it stands in HTML and XML, outside of tags and inside quoted attributes.
public enum Escape {
    public static func markup(_ text: String) -> String {
        guard text.utf8.contains(where: { entity(for: $0) != nil }) else { return text }
        var output: [UInt8] = []
        markup(text, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the text.
    static func markup(_ text: String, into output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for (index, byte) in bytes.enumerated() {
                guard let entity = entity(for: byte) else { continue }
                output += bytes[start..<index]
                entity.withUTF8Buffer { output += $0 }
                start = index + 1
            }
            output += bytes[start...]
        }
    }

    private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
