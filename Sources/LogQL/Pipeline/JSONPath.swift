/// The path of a field in JSON: `a.b[0]["c d"]`.
enum JSONPath {
    struct Problem: Error {
        let message: String
    }

    /// Its steps; an index is kept with its brackets, `[0]`, as Loki keeps it.
    static func steps(of text: String) throws(Problem) -> [[UInt8]] {
        var reader = Reader(text: Array(text.utf8))
        return try reader.read()
    }

    private struct Reader {
        enum Token: Equatable {
            case end, open, close, dot
            case field([UInt8])
            case index([UInt8])
            case string([UInt8])
        }

        let text: [UInt8]
        var offset = 0

        private mutating func next() throws(Problem) -> Token {
            while offset < text.count, [0x20, 0x09, 0x0A].contains(text[offset]) { offset += 1 }
            guard offset < text.count, text[offset] != 0 else { return .end }
            let start = offset
            let byte = text[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "["): return .open
            case UInt8(ascii: "]"): return .close
            case UInt8(ascii: "."): return .dot
            case UInt8(ascii: "\""):
                // A bracket ends a string too, as in Loki.
                while offset < text.count, text[offset] != 0, text[offset] != byte, text[offset] != UInt8(ascii: "]") {
                    offset += 1
                }
                defer { offset = min(offset + 1, text.count) }
                return .string(Array(text[start + 1..<offset]))
            case _ where byte.isNameStart:
                while offset < text.count, text[offset].isNamePart { offset += 1 }
                return .field(Array(text[start..<offset]))
            case _ where byte.isDigit:
                while offset < text.count, text[offset].isDigit { offset += 1 }
                let digits = Array(text[start..<offset])
                guard offset < text.count, [0x20, 0x09, 0x0A, UInt8(ascii: "]")].contains(text[offset]),
                    let number = Int(String(decoding: digits, as: UTF8.self))
                else { throw Problem(message: "an index is a whole number in brackets") }
                return .index(Array("[\(number)]".utf8))
            default: throw Problem(message: "unexpected char \(String(decoding: [byte], as: UTF8.self))")
            }
        }

        mutating func read() throws(Problem) -> [[UInt8]] {
            var steps: [[UInt8]] = []
            var token = try next()
            if case .field(let name) = token {
                steps.append(name)
                token = try next()
            }
            while token != .end {
                switch token {
                case .dot where !steps.isEmpty:
                    guard case .field(let name) = try next() else {
                        throw Problem(message: "a name belongs behind the point")
                    }
                    steps.append(name)
                case .open:
                    switch try next() {
                    case .string(let name), .index(let name): steps.append(name)
                    default: throw Problem(message: "an index or a name in quotes belongs into the brackets")
                    }
                    guard try next() == .close else { throw Problem(message: "the bracket is not closed") }
                default: throw Problem(message: "found something else than a name, a point or brackets")
                }
                token = try next()
            }
            if steps.isEmpty { throw Problem(message: "the path is empty") }
            return steps
        }
    }
}
