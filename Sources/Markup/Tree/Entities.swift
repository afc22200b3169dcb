import Synchronization

/// HTML entities: the few that everybody writes are known here, cmark-gfm knows the others.
public enum Entities {
    private static let known = Mutex<[[UInt8]: [UInt8]]>([
        Array("&amp;".utf8): [.ampersand], Array("&lt;".utf8): [.less], Array("&gt;".utf8): [.greater],
        Array("&quot;".utf8): [.quote],
    ])

    /// Pages of other sites may hold any number of them.
    private static let mostKnown = 4_096

    /// What an entity stands for, in UTF-8; `nil` if it is none. The bytes run from `&` to `;`.
    public static func decode(_ entity: some Collection<UInt8>) -> [UInt8]? {
        let key = Array(entity)
        guard key.count > 2, key.dropFirst().dropLast().allSatisfy({ $0.isLetter || $0.isDigit || $0 == .hash }) else {
            return nil
        }
        if let found = known.withLock({ $0[key] }) { return found.isEmpty ? nil : found }
        let decoded = CommonMarkParser.decode(entity: key)
        known.withLock { if $0.count < mostKnown { $0[key] = decoded ?? [] } }
        return decoded
    }

    /// A text with its entities decoded.
    static func decoded(_ raw: some Collection<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = raw[...]
        while let byte = rest.first {
            if byte == .ampersand, let end = rest.prefix(34).firstIndex(of: .semicolon), let text = decode(rest[...end])
            {
                bytes += text
                rest = rest[end...].dropFirst()
            } else {
                bytes.append(byte)
                rest = rest.dropFirst()
            }
        }
        return bytes
    }

    /// A link's destination or title with its entities and backslash escapes decoded, in the order that cmark-gfm
    /// decodes them.
    static func cleaned(_ raw: some Collection<UInt8>) -> [UInt8] {
        let bytes = decoded(raw)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == .backslash, index + 1 < bytes.count, bytes[index + 1].isPunctuation { index += 1 }
            result.append(bytes[index])
            index += 1
        }
        return result
    }
}
