extension GoPrinter {
    mutating func string(_ bytes: [UInt8], _ verb: Unicode.Scalar, isQuoted: Bool = true) {
        switch verb {
        case "v" where flags.sharpV && isQuoted: quoted(bytes)
        case "v", "s": pad(truncated(bytes))
        case "x", "X": hexadecimal(bytes, isUpper: verb == "X")
        case "q": quoted(bytes)
        default: badVerb(verb, .string(bytes))
        }
    }

    /// At most as many characters as the precision says.
    private func truncated(_ bytes: [UInt8]) -> [UInt8] {
        guard let precision = flags.precision, precision < bytes.count else { return bytes }
        return Array(bytes.prefix(GoUTF8.runes(bytes).prefix(precision).reduce(0) { $0 + $1.width }))
    }

    private mutating func quoted(_ bytes: [UInt8]) {
        let text = truncated(bytes)
        if flags.sharp, GoQuote.canBackquote(text) {
            pad([UInt8(ascii: "`")] + text + [UInt8(ascii: "`")])
        } else {
            pad(GoQuote.quote(text, isASCII: flags.plus))
        }
    }

    private mutating func hexadecimal(_ bytes: [UInt8], isUpper: Bool) {
        let shown = bytes.prefix(flags.precision ?? bytes.count)
        guard !shown.isEmpty else { return writePadding(flags.width ?? 0) }
        let digits = Array((isUpper ? "0123456789ABCDEFX" : "0123456789abcdefx").utf8)
        var text: [UInt8] = []
        for (index, byte) in shown.enumerated() {
            if flags.space, index > 0 { text.append(0x20) }
            if flags.sharp, flags.space || index == 0 { text += [0x30, digits[16]] }
            text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        let missing = (flags.width ?? 0) - text.count
        if !flags.minus { writePadding(missing) }
        write(text)
        if flags.minus { writePadding(missing) }
    }
}
