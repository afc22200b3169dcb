import CRE2

/// A regular expression of RE2, the engine whose syntax Go and so Loki use.
final class Regex {
    private let handle: OpaquePointer
    /// Why the expression can't be used.
    let problem: String?

    /// Nil only where there is no memory left.
    init?(_ pattern: String) {
        // Go knows both spellings of a named group; this RE2 only the older one.
        var text = pattern.replacingGroups()
        let handle = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { galley_re2_new($0.baseAddress, $0.count) }
        }
        guard let handle else { return nil }
        self.handle = handle
        problem =
            galley_re2_error(handle).map { String(cString: $0) }
            ?? (pattern.hasAnyByteEscape ? "invalid escape sequence: \\C" : nil)
    }

    deinit { galley_re2_free(handle) }

    /// Whether the whole text matches.
    func matchesWhole(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { matchesWhole($0) }
    }

    func matchesWhole(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.withMemoryRebound(to: CChar.self) { galley_re2_matches(handle, $0.baseAddress, $0.count, 1) != 0 }
    }

    /// Whether a part of the text matches.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.withMemoryRebound(to: CChar.self) { galley_re2_matches(handle, $0.baseAddress, $0.count, 0) != 0 }
    }

    /// How many groups there are, the whole match not counted.
    var groupCount: Int { Int(galley_re2_groups(handle)) }

    /// The names of the groups, the first of them that of group 1.
    var groupNames: [String?] {
        (0..<max(0, groupCount)).map { index in
            galley_re2_group_name(handle, Int32(truncatingIfNeeded: index + 1)).map { String(cString: $0) }
        }
    }

    /// Looks for the first match from `start` on.
    /// - Parameter places: gets start and end of the match and of each group, -1 where a group takes no part.
    func find(_ text: UnsafeBufferPointer<UInt8>, from start: Int = 0, places: inout [Int]) -> Bool {
        if places.count != 2 * (groupCount + 1) { places = [Int](repeating: -1, count: 2 * (groupCount + 1)) }
        return text.withMemoryRebound(to: CChar.self) { text in
            places.withUnsafeMutableBufferPointer {
                galley_re2_find(
                    handle, text.baseAddress, text.count, start, $0.baseAddress, Int32(truncatingIfNeeded: $0.count))
                    != 0
            }
        }
    }
}

extension String {
    /// Whether there is a `\C`, which RE2 knows and Go does not.
    fileprivate var hasAnyByteEscape: Bool {
        var isEscaped = false
        for byte in utf8 {
            if isEscaped, byte == UInt8(ascii: "C") { return true }
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        }
        return false
    }

    fileprivate func replacingGroups() -> String {
        guard utf8.contains(UInt8(ascii: "<")) else { return self }
        var output: [UInt8] = []
        let bytes = Array(utf8)
        var index = 0
        while index < bytes.count {
            let isGroup =
                bytes[index...].starts(with: "(?<".utf8)
                && index + 3 < bytes.count && bytes[index + 3] != UInt8(ascii: "=")
                && bytes[index + 3] != UInt8(ascii: "!")
            let isEscape = bytes[index] == UInt8(ascii: "\\")
            output += isGroup ? Array("(?P<".utf8) : Array(bytes[index..<min(index + (isEscape ? 2 : 1), bytes.count)])
            index += isGroup ? 3 : isEscape ? 2 : 1
        }
        return String(decoding: output, as: UTF8.self)
    }
}
