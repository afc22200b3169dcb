extension HTMLWriter {
    /// Code in a line of text, in its element.
    mutating func writeCode(_ code: UnsafeBufferPointer<UInt8>) {
        // A browser breaks at blanks: `| json` would leave its first mark at the end of a line.
        let isWhole = options.breaksCode && code.count <= Self.unbroken && code.contains(UInt8(ascii: " "))
        output.raw(isWhole ? "<code class=\"whole\">" : "<code>")
        writeParts(of: code)
        output.raw("</code>")
    }

    /// Long names may be broken behind the marks that join their parts, so that they fit into narrow columns; a browser
    /// breaks them nowhere else.
    private mutating func writeParts(of code: UnsafeBufferPointer<UInt8>) {
        guard options.breaksCode, code.count > Self.unbroken else { return output.escaped(code) }
        var start = 0
        for index in 1..<code.count where Self.joins(code[index - 1]) && !Self.joins(code[index]) && index - start > 2 {
            output.escaped(UnsafeBufferPointer(rebasing: code[start..<index]))
            output.raw("<wbr>")
            start = index
        }
        output.escaped(UnsafeBufferPointer(rebasing: code[start...]))
    }

    /// The length in bytes up to which code stays in one piece.
    private static let unbroken = 16

    private static func joins(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ":"): true
        default: false
        }
    }
}
