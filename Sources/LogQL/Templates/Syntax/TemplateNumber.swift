/// A number in a template: it may serve as more than one type.
struct TemplateNumber: Sendable {
    let text: [UInt8]
    private(set) var integer: Int?
    private(set) var float: Double?
    private(set) var complex: (real: Double, imaginary: Double)?
    /// Whether it's too large for a signed integer, yet fits an unsigned one.
    private(set) var isUnsignedOnly = false

    struct Problem: Error {
        let message: String
    }

    init(_ token: TemplateToken) throws(Problem) {
        text = token.bytes
        switch token.kind {
        case .characterConstant: try readCharacter()
        case .complex: try readComplex()
        default: try readNumber()
        }
    }

    private mutating func readCharacter() throws(Problem) {
        var rest = text.dropFirst()
        guard let value = GoQuote.unquoteCharacter(&rest, quote: UInt8(ascii: "'"))?.value else {
            throw Problem(message: "invalid syntax")
        }
        guard rest.elementsEqual("'".utf8) else {
            throw Problem(message: "malformed character constant: \(String(decoding: text, as: UTF8.self))")
        }
        integer = value
        float = Double(value)
    }

    /// `1+2i`, as fmt.Sscan reads it.
    private mutating func readComplex() throws(Problem) {
        let inside = text.dropLast()
        let sign = inside.indices.dropFirst().last { index in
            (inside[index] == UInt8(ascii: "+") || inside[index] == UInt8(ascii: "-"))
                && inside[index - 1] | 0x20 != UInt8(ascii: "e") && inside[index - 1] | 0x20 != UInt8(ascii: "p")
        }
        guard let sign, let real = GoFloat.parse(inside[..<sign]), let imaginary = GoFloat.parse(inside[sign...]),
            real.isFinite, imaginary.isFinite
        else { throw Problem(message: "syntax error scanning complex number") }
        setComplex(real, imaginary)
    }

    private mutating func setComplex(_ real: Double, _ imaginary: Double) {
        complex = (real, imaginary)
        guard imaginary == 0 else { return }
        float = real
        integer = Int(exactly: real)
    }

    private mutating func readNumber() throws(Problem) {
        if text.last == UInt8(ascii: "i"), let value = GoFloat.parse(text.dropLast()), value.isFinite {
            return setComplex(0, value)
        }
        if let value = GoInteger.parse(text) {
            integer = value
            float = Double(value)
        } else if let value = GoInteger.parseUnsigned(text) {
            isUnsignedOnly = true
            float = Double(value)
        } else if let value = GoFloat.parse(text), value.isFinite {
            guard text.contains(where: { ".eEpP".utf8.contains($0) }) else {
                throw Problem(message: "integer overflow: \(GoQuote.text(text))")
            }
            float = value
            integer = Int(exactly: value)
            isUnsignedOnly = integer == nil && UInt64(exactly: value) != nil
        } else {
            throw Problem(message: "illegal number syntax: \(GoQuote.text(text))")
        }
    }

    /// Whether the number is written so that it's a float where its type isn't known.
    var isWrittenAsFloat: Bool {
        guard float != nil, text.first != UInt8(ascii: "'") else { return false }
        let isHexadecimal = text.count > 2 && text[0] == 0x30 && text[1] | 0x20 == UInt8(ascii: "x")
        let hasPower = text.contains { $0 | 0x20 == UInt8(ascii: "p") }
        return (!isHexadecimal || hasPower) && text.contains { ".eEpP".utf8.contains($0) }
    }
}
