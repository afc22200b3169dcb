/// JSON read as its standard has it, one value after the other.
struct StrictJSON {
    struct Problem: Error {
        let message: String
        let range: Range<Int>
    }

    let text: Bytes
    var offset: Int
    let arena: Arena

    func problem(_ expected: String, at place: Bytes? = nil) -> Problem {
        var start = min(offset, text.count)
        var end = min(start + 1, text.count)
        if let place, let base = text.baseAddress, let address = place.baseAddress, address >= base,
            address - base + place.count <= text.count
        {
            start = address - base
            end = start + place.count
        }
        let found = start < end ? "`\(text.slice(start, end).string)`" : "the end of the line"
        return Problem(message: "found \(found), expected \(expected)", range: start..<max(start, end))
    }

    private mutating func next() -> UInt8? {
        offset = JSONScan.token(text, offset) ?? text.count
        return offset < text.count ? text[offset] : nil
    }

    private mutating func take(_ byte: UInt8) throws(Problem) {
        guard next() == byte else { throw problem("`\(UnicodeScalar(byte))`") }
        offset += 1
    }

    mutating func eachField(_ body: (Bytes, inout StrictJSON) throws(Problem) -> Void) throws(Problem) {
        try take(UInt8(ascii: "{"))
        if next() == UInt8(ascii: "}") {
            offset += 1
            return
        }
        while true {
            let key = try string()
            try take(UInt8(ascii: ":"))
            try body(key, &self)
            if next() == UInt8(ascii: ",") {
                offset += 1
            } else {
                try take(UInt8(ascii: "}"))
                return
            }
        }
    }

    mutating func end() throws(Problem) {
        if next() != nil { throw problem("the end of the line") }
    }

    mutating func string() throws(Problem) -> Bytes {
        guard next() == UInt8(ascii: "\"") else { throw problem("a string in quotes") }
        let start = offset
        guard let (end, isEscaped) = JSONScan.stringEnd(text, start + 1) else {
            throw problem("a string that is closed")
        }
        offset = end
        let content = text.slice(start + 1, end - 1)
        if content.contains(where: { $0 < 0x20 }) { throw problem("escapes for control characters", at: content) }
        if !content.isASCII, String(validating: content, as: UTF8.self) == nil { throw problem("UTF-8", at: content) }
        guard isEscaped else { return content }
        // Half a pair of surrogates becomes a replacement character, as Go has it.
        guard let plain = JSONEscape.unescaped(content, arena) ?? LogfmtEscape.unescaped(content, arena) else {
            throw problem("escapes that JSON knows", at: content)
        }
        return plain
    }

    mutating func eachElement(_ body: (inout StrictJSON) throws(Problem) -> Void) throws(Problem) {
        try take(UInt8(ascii: "["))
        if next() == UInt8(ascii: "]") {
            offset += 1
            return
        }
        while true {
            try body(&self)
            if next() == UInt8(ascii: ",") {
                offset += 1
            } else {
                try take(UInt8(ascii: "]"))
                return
            }
        }
    }

    /// Passes a value of any kind, whose inside is not looked at.
    mutating func skip() throws(Problem) {
        do { offset = try JSONScan.value(text, offset).end } catch { throw problem("a value") }
    }

    /// Names with values that may be numbers too.
    mutating func scalars() throws(Problem) -> [Label] {
        var labels: [Label] = []
        try eachField { (key, reader) throws(Problem) in
            let value = try reader.scalar()
            labels.append(Label(name: key.string, value: value?.string ?? ""))
        }
        return labels
    }

    mutating func labels() throws(Problem) -> [Label] {
        var labels: [Label] = []
        try eachField { (key, reader) throws(Problem) in
            labels.append(Label(name: key.string, value: try reader.string().string))
        }
        return labels
    }

    /// A whole number, in quotes or without.
    mutating func integer() throws(Problem) -> Int64 {
        let digits: Bytes
        if next() == UInt8(ascii: "\"") {
            digits = try string()
        } else {
            let start = offset
            while offset < text.count, text[offset].isDigit || text[offset] == UInt8(ascii: "-") { offset += 1 }
            digits = text.slice(start, offset)
        }
        guard let value = Int64(digits.string) else { throw problem("a time in nanoseconds", at: digits) }
        return value
    }

    /// A string, or the text of a number, `true` or `false`; nil for `null`.
    mutating func scalar() throws(Problem) -> Bytes? {
        if next() == UInt8(ascii: "\"") { return try string() }
        let value: JSONScan.Value
        do { value = try JSONScan.value(text, offset) } catch { throw problem("a string or a number") }
        guard value.kind != .object, value.kind != .array else { throw problem("a string or a number") }
        offset = value.end
        return value.kind == .null ? nil : value.content
    }
}
