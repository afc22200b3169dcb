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
        problem = galley_re2_error(handle).map { String(cString: $0) }
    }

    deinit { galley_re2_free(handle) }

    /// Whether the whole text matches.
    func matchesWhole(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                galley_re2_matches(handle, $0.baseAddress, $0.count, 1) != 0
            }
        }
    }
}

extension String {
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
