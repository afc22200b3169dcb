/// JSON as Go's encoding/json decodes it into values of any type: of equal keys the last counts, what isn't UTF-8 becomes
/// U+FFFD, and text that isn't JSON as a whole gives nothing.
struct JSONText {
    /// Deeper nesting gives nothing; Go's own bound is 10000.
    private static let deepest = 500

    private struct Malformed: Error {}

    private var rest: ArraySlice<UInt8>
    private var depth = 0

    static func parse(_ text: [UInt8]) -> TemplateValue {
        var parser = JSONText(rest: text[...])
        do throws(Malformed) {
            let value = try parser.value()
            parser.skipSpace()
            return parser.rest.isEmpty ? value : .none
        } catch {
            return .none
        }
    }

    private init(rest: ArraySlice<UInt8>) { self.rest = rest }

    private mutating func skipSpace() {
        while let byte = rest.first, byte == 0x20 || byte == 9 || byte == 10 || byte == 13 { rest = rest.dropFirst() }
    }

    private mutating func value() throws(Malformed) -> TemplateValue {
        skipSpace()
        switch rest.first {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .none)
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: TemplateValue) throws(Malformed) -> TemplateValue {
        guard rest.starts(with: word.utf8) else { throw Malformed() }
        rest = rest.dropFirst(word.utf8.count)
        return value
    }

    /// A number; none where it's out of the range of floats.
    private mutating func number() throws(Malformed) -> TemplateValue {
        let start = rest
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        if rest.first == 0x30 { rest = rest.dropFirst() } else { try digits() }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            try digits()
        }
        if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            try digits()
        }
        return GoFloat.parse(start[..<rest.startIndex]).map { .float($0) } ?? .none
    }

    private mutating func digits() throws(Malformed) {
        guard let first = rest.first, first.isDigit else { throw Malformed() }
        rest = rest.drop(while: \.isDigit)
    }

    private mutating func array() throws(Malformed) -> TemplateValue {
        try enter()
        var values: [TemplateValue] = []
        rest = rest.dropFirst()
        skipSpace()
        if rest.first == UInt8(ascii: "]") {
            rest = rest.dropFirst()
        } else {
            repeat { values.append(try value()) } while try continues(before: UInt8(ascii: "]"))
        }
        depth -= 1
        return .list(values)
    }

    private mutating func object() throws(Malformed) -> TemplateValue {
        try enter()
        var members: [[UInt8]: TemplateValue] = [:]
        rest = rest.dropFirst()
        skipSpace()
        if rest.first == UInt8(ascii: "}") {
            rest = rest.dropFirst()
        } else {
            repeat {
                skipSpace()
                guard rest.first == UInt8(ascii: "\"") else { throw Malformed() }
                let key = try string()
                skipSpace()
                guard rest.popFirst() == UInt8(ascii: ":") else { throw Malformed() }
                members[key] = try value()
            } while try continues(before: UInt8(ascii: "}"))
        }
        depth -= 1
        let sorted = members.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        return .map(sorted.map { TemplateMember(key: $0.key, value: $0.value) })
    }

    private mutating func enter() throws(Malformed) {
        depth += 1
        if depth > Self.deepest { throw Malformed() }
    }

    /// Takes a comma, or the end, after which nothing continues.
    private mutating func continues(before end: UInt8) throws(Malformed) -> Bool {
        skipSpace()
        guard let byte = rest.popFirst(), byte == end || byte == UInt8(ascii: ",") else { throw Malformed() }
        return byte != end
    }

    private mutating func string() throws(Malformed) -> [UInt8] {
        var output: [UInt8] = []
        rest = rest.dropFirst()
        while let byte = rest.first {
            switch byte {
            case UInt8(ascii: "\""):
                rest = rest.dropFirst()
                return output
            case UInt8(ascii: "\\"): try escape(to: &output)
            case 0..<0x20: throw Malformed()
            case 0x20..<0x80:
                output.append(byte)
                rest = rest.dropFirst()
            default:
                let rune = GoUTF8.rune(rest)
                GoUTF8.append(rune.scalar, to: &output)
                rest = rest.dropFirst(rune.width)
            }
        }
        throw Malformed()
    }

    private mutating func escape(to output: inout [UInt8]) throws(Malformed) {
        rest = rest.dropFirst()
        switch rest.popFirst() {
        case UInt8(ascii: "b"): output.append(8)
        case UInt8(ascii: "f"): output.append(12)
        case UInt8(ascii: "n"): output.append(10)
        case UInt8(ascii: "r"): output.append(13)
        case UInt8(ascii: "t"): output.append(9)
        case UInt8(ascii: "u"):
            let unit = try hexadecimal()
            if unit & 0xFC00 == 0xD800, rest.starts(with: "\\u".utf8) {
                let before = rest
                rest = rest.dropFirst(2)
                let low = try hexadecimal()
                if low & 0xFC00 == 0xDC00 {
                    let value = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
                    return GoUTF8.append(Unicode.Scalar(value) ?? GoUTF8.replacement, to: &output)
                }
                rest = before
            }
            GoUTF8.append(Unicode.Scalar(unit) ?? GoUTF8.replacement, to: &output)
        case .some(let byte)
        where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/"):
            output.append(byte)
        default: throw Malformed()
        }
    }

    private mutating func hexadecimal() throws(Malformed) -> UInt32 {
        let digits = rest.prefix(4).compactMap(\.hexValue)
        guard digits.count == 4 else { throw Malformed() }
        rest = rest.dropFirst(4)
        return digits.reduce(0) { $0 << 4 | UInt32($1) }
    }
}
