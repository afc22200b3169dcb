import CPgQuery

/// PostgreSQL's own parser, as libpg_query has it. The only file that touches it.
enum SQLParser {
    struct Complaint: Equatable {
        let message: String
        /// The bytes of the statement that it is about.
        let range: Range<Int>
    }

    /// What is wrong with one statement; nil where it is one.
    static func complaint(about statement: ArraySlice<UInt8>) -> Complaint? {
        let text = statement.map { CChar(bitPattern: $0) } + [0]
        let result = pg_query_parse(text)
        defer { pg_query_free_parse_result(result) }
        guard let error = result.error?.pointee else { return nil }
        let message = error.message.map { String(cString: $0) } ?? "it is no statement"
        let start = SQLPlace.offset(ofCharacter: Int(error.cursorpos), in: statement)
        return Complaint(message: message, range: SQLPlace.token(at: start, in: statement))
    }
}

/// Places in statements: PostgreSQL counts characters from 1.
enum SQLPlace {
    /// The byte at which a character begins, counted from the statement's first.
    static func offset(ofCharacter position: Int, in statement: ArraySlice<UInt8>) -> Int {
        var left = max(0, position - 1)
        var offset = 0
        let bytes = Array(statement)
        while left > 0, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }

    /// The name, number, string or sign that begins there; the last one where the place is the end.
    static func token(at start: Int, in statement: ArraySlice<UInt8>) -> Range<Int> {
        let bytes = Array(statement)
        guard start < bytes.count else {
            var lower = bytes.count
            while lower > 0, isWord(bytes[lower - 1]) { lower -= 1 }
            return min(lower, max(0, bytes.count - 1))..<bytes.count
        }
        var end = start
        if bytes[start] == UInt8(ascii: "'") || bytes[start] == UInt8(ascii: "\"") {
            end = bytes[(start + 1)...].firstIndex(of: bytes[start]).map { $0 + 1 } ?? bytes.count
        } else {
            while end < bytes.count, isWord(bytes[end]) { end += 1 }
        }
        return start..<max(end, start + 1)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte >= 0x80 || byte == UInt8(ascii: ".")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
