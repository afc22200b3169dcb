/// Escaping for HTML, JavaScript and queries of URLs as text/template does it.
enum Escaping {
    /// The arguments as `print` prints them, but with `<no value>` for nil.
    static func text(_ values: [TemplateValue], _ execution: TemplateExecution) -> [UInt8] {
        var printer = GoPrinter(execution)
        printer.print(values.map { $0.concrete.isNone ? .string("<no value>") : $0 })
        return printer.output
    }

    static func html(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for byte in text {
            switch byte {
            case 0: output += "\u{FFFD}".utf8
            case UInt8(ascii: "\""): output += "&#34;".utf8
            case UInt8(ascii: "'"): output += "&#39;".utf8
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            default: output.append(byte)
            }
        }
        return output
    }

    static func script(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var rest = text[...]
        while let byte = rest.first {
            let rune = GoUTF8.rune(rest)
            rest = rest.dropFirst(rune.width)
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): output += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "="), 0..<0x20:
                output += Array("\\u00".utf8) + upperHex(byte)
            case 0x80... where !rune.scalar.isGoPrintable:
                output += "\\u".utf8
                output += GoUnicodeText.code(UInt64(rune.scalar.value)).dropFirst(2).utf8
            default: GoUTF8.append(rune.scalar, to: &output)
            }
        }
        return output
    }

    /// url.QueryEscape.
    static func query(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                output.append(byte)
            case 0x20: output.append(UInt8(ascii: "+"))
            default: output += Array("%".utf8) + upperHex(byte)
            }
        }
        return output
    }

    /// url.QueryUnescape.
    static func unquery(_ text: [UInt8]) throws(CallProblem) -> [UInt8] {
        var output: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): output.append(0x20)
            case UInt8(ascii: "%"):
                let pair = rest.prefix(2).compactMap(\.hexValue)
                guard rest.count >= 2, pair.count == 2 else {
                    throw CallProblem("invalid URL escape \(GoQuote.text([byte] + rest.prefix(2)))")
                }
                output.append(pair[0] << 4 | pair[1])
                rest = rest.dropFirst(2)
            default: output.append(byte)
            }
        }
        return output
    }

    private static func upperHex(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
