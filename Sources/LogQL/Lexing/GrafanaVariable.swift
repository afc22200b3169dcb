/// References to variables of Grafana, which it replaces before Loki sees a query: `$name`, `${name}`, `${name:format}`,
/// `[[name]]` and `[[name:format]]`.
enum GrafanaVariable {
    /// Where the reference ends that begins at an offset; nil where there is none.
    static func end(in bytes: [UInt8], at offset: Int) -> Int? {
        func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
        switch byte(offset) {
        case UInt8(ascii: "$"):
            if byte(offset + 1).isNameStart {
                return bytes[(offset + 2)...].firstIndex { !$0.isNamePart } ?? bytes.count
            }
            guard byte(offset + 1) == UInt8(ascii: "{"), let close = inside(bytes, from: offset + 2),
                byte(close) == UInt8(ascii: "}")
            else { return nil }
            return close + 1
        case UInt8(ascii: "["):
            guard byte(offset + 1) == UInt8(ascii: "["), let close = inside(bytes, from: offset + 2),
                byte(close) == UInt8(ascii: "]"), byte(close + 1) == UInt8(ascii: "]")
            else { return nil }
            return close + 2
        default: return nil
        }
    }

    /// Where a name with an optional field and format ends: `name.field:format`.
    private static func inside(_ bytes: [UInt8], from start: Int) -> Int? {
        guard start < bytes.count, bytes[start].isNameStart else { return nil }
        return bytes[start...].firstIndex { !($0.isNamePart || ".:-".utf8.contains($0)) }
    }

    /// Whether a text holds such a reference.
    static func isFound(in text: some Sequence<UInt8>) -> Bool {
        let bytes = Array(text)
        return bytes.indices.contains { end(in: bytes, at: $0) != nil }
    }

    /// Where a range such as `[$__interval]` ends, whose `[` stands at an offset; nil where it holds no variable.
    static func rangeEnd(in query: [UInt8], at start: Int) -> Int? {
        var index = start + 1
        var isFound = false
        while index < query.count {
            if let end = end(in: query, at: index) {
                index = end
                isFound = true
            } else if query[index].isNamePart {
                index += 1
            } else {
                return isFound && query[index] == UInt8(ascii: "]") ? index + 1 : nil
            }
        }
        return nil
    }
}
