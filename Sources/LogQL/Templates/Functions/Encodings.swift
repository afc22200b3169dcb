extension TemplateFunction {
    static let encodings = [
        TemplateFunction("b64enc", [.string]) { _, values in .string(Base64.encode(values.bytes(0))) },
        TemplateFunction("b64dec", [.string]) { _, values in .string(Base64.decode(values.bytes(0))) },
        TemplateFunction("urlencode", [.string]) { _, values in .string(Escaping.query(values.bytes(0))) },
        TemplateFunction("urldecode", [.string]) { _, values throws(CallProblem) in
            .string(try Escaping.unquery(values.bytes(0)))
        },
        TemplateFunction("fromJson", [.string]) { _, values in .any(JSONText.parse(values.bytes(0))) },
    ]
}

/// Base64 with the standard alphabet and padding, as Go decodes it: line ends are skipped.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let group = bytes[index...].prefix(3)
            let bits = group.enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << (16 - 8 * UInt32($1.offset)) }
            for place in 0..<4 {
                output.append(
                    place <= group.count ? alphabet[Int(bits >> (18 - 6 * UInt32(place)) & 63)] : UInt8(ascii: "="))
            }
            index += 3
        }
        return output
    }

    /// The bytes, or the text of the error.
    static func decode(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var group: [UInt32] = []
        var index = 0
        func problem(_ index: Int) -> [UInt8] { Array("illegal base64 data at input byte \(index)".utf8) }
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte == 10 || byte == 13 { continue }
            if let value = value(of: byte) {
                group.append(value)
                if group.count == 4 { append(&group, to: &output) }
                continue
            }
            guard byte == UInt8(ascii: "=") else { return problem(index - 1) }
            return padded(group, text, index).map { output + $0 } ?? problem(paddingProblem(group, text, index))
        }
        // What's missing is told at the group's start.
        return group.isEmpty ? output : problem(index - group.count)
    }

    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case 0x41...0x5A: UInt32(byte - 0x41)
        case 0x61...0x7A: UInt32(byte - 0x61 + 26)
        case 0x30...0x39: UInt32(byte - 0x30 + 52)
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    private static func append(_ group: inout [UInt32], to output: inout [UInt8]) {
        let bits = group.enumerated().reduce(UInt32(0)) { $0 | $1.element << (18 - 6 * UInt32($1.offset)) }
        for place in 0..<(group.count - 1) {
            output.append(UInt8(truncatingIfNeeded: bits >> (16 - 8 * UInt32(place))))
        }
        group = []
    }

    /// The last bytes where the padding, whose first sign was just taken, is right.
    private static func padded(_ group: [UInt32], _ text: [UInt8], _ index: Int) -> [UInt8]? {
        guard paddingProblem(group, text, index) < 0 else { return nil }
        var output: [UInt8] = []
        var group = group
        append(&group, to: &output)
        return output
    }

    /// Where the padding is wrong; negative if it's right.
    private static func paddingProblem(_ group: [UInt32], _ text: [UInt8], _ start: Int) -> Int {
        var index = start
        func skipLineEnds() { while index < text.count, text[index] == 10 || text[index] == 13 { index += 1 } }
        switch group.count {
        case 0, 1: return index - 1
        case 2:
            skipLineEnds()
            if index == text.count { return text.count }
            if text[index] != UInt8(ascii: "=") { return index - 1 }
            index += 1
        default: break
        }
        skipLineEnds()
        return index < text.count ? index : -1
    }
}
