/// Strings as Go writes them in its sources.
enum GoString {
    enum Problem: Error, Equatable { case syntax }

    /// The value of a string in double quotes or backticks, quotes included (strconv.Unquote as Loki uses it: of a string
    /// in backticks carriage returns are kept).
    static func unquote(_ bytes: ArraySlice<UInt8>) throws(Problem) -> String {
        guard bytes.count >= 2, let quote = bytes.first, bytes.last == quote else { throw .syntax }
        let inside = bytes.dropFirst().dropLast()
        if quote == UInt8(ascii: "`") {
            guard !inside.contains(quote) else { throw .syntax }
            return String(decoding: inside, as: UTF8.self)
        }
        guard !inside.contains(UInt8(ascii: "\n")) else { throw .syntax }
        guard inside.contains(UInt8(ascii: "\\")) else { return String(decoding: inside, as: UTF8.self) }
        var output: [UInt8] = []
        var rest = inside
        while let byte = rest.popFirst() {
            if byte != UInt8(ascii: "\\") {
                output.append(byte)
                continue
            }
            guard let escape = rest.popFirst() else { throw .syntax }
            try append(escape, &rest, quote: quote, to: &output)
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(
        _ escape: UInt8, _ rest: inout ArraySlice<UInt8>, quote: UInt8, to output: inout [UInt8]
    ) throws(Problem) {
        switch escape {
        case UInt8(ascii: "a"): output.append(7)
        case UInt8(ascii: "b"): output.append(8)
        case UInt8(ascii: "f"): output.append(12)
        case UInt8(ascii: "n"): output.append(10)
        case UInt8(ascii: "r"): output.append(13)
        case UInt8(ascii: "t"): output.append(9)
        case UInt8(ascii: "v"): output.append(11)
        case UInt8(ascii: "\\"): output.append(escape)
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            guard escape == quote else { throw .syntax }
            output.append(escape)
        case UInt8(ascii: "x"): output.append(UInt8(truncatingIfNeeded: try number(&rest, digits: 2, radix: 16)))
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            let value = UInt32(escape & 7) << 6 | (try number(&rest, digits: 2, radix: 8))
            guard value < 256 else { throw .syntax }
            output.append(UInt8(truncatingIfNeeded: value))
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let value = try number(&rest, digits: escape == UInt8(ascii: "u") ? 4 : 8, radix: 16)
            guard value <= 0x10FFFF else { throw .syntax }
            // Half of a pair stands for no character.
            output += Array(UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? .init())
        default: throw .syntax
        }
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, digits: Int, radix: Int) throws(Problem) -> UInt32 {
        let text = String(decoding: rest.prefix(digits), as: UTF8.self)
        guard text.utf8.count == digits, text.utf8.first != UInt8(ascii: "+"), text.utf8.first != UInt8(ascii: "-"),
            let value = UInt32(text, radix: radix)
        else { throw .syntax }
        rest = rest.dropFirst(digits)
        return value
    }

    /// The string in double quotes; a variable of Grafana as it is.
    static func text(_ text: String, isVariable: Bool) -> String { isVariable ? text : quote(text) }

    /// The string in double quotes (strconv.Quote): what can't be printed is escaped.
    static func quote(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\u{7}": output += "\\a"
            case "\u{8}": output += "\\b"
            case "\u{C}": output += "\\f"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\u{B}": output += "\\v"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: output += "\\x" + hex(scalar.value, 2)
            case _ where !isPrintable(scalar):
                output += scalar.value < 0x10000 ? "\\u" + hex(scalar.value, 4) : "\\U" + hex(scalar.value, 8)
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }

    /// Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols, and of the spaces only the plain one.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }

    private static func hex(_ value: UInt32, _ digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
