/// A file's place in the site, and how one page links to another.
///
/// All links are relative, so that the site works under any address and from the file system.
public struct SitePath: Sendable, Hashable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The path below the site's folder, as in `loki/overview.html`.
    public let text: String

    public init(_ text: String) { self.text = text }
    public init(stringLiteral value: String) { self.init(value) }

    public var description: String { text }

    /// The way from this page to the site's folder: empty, or `../` for each folder on the way.
    public var root: String { String(repeating: "../", count: text.utf8.count { $0 == UInt8(ascii: "/") }) }

    /// The address of a file as this page links to it.
    public func link(to target: SitePath, fragment: String? = nil) -> String {
        let suffix = fragment.map { "#\($0)" } ?? ""
        if target == self { return suffix.isEmpty ? Self.encoded(Self.last(text)) : suffix }
        if !text.utf8.contains(UInt8(ascii: "/")), !target.text.utf8.contains(UInt8(ascii: "/")) {
            return Self.encoded(target.text) + suffix
        }
        let own = text.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let other = target.text.split(separator: "/", omittingEmptySubsequences: false)
        let shared = zip(own, other.dropLast()).prefix { $0 == $1 }.count
        let up = String(repeating: "../", count: own.count - shared)
        return up + Self.encoded(other.dropFirst(shared).joined(separator: "/")) + suffix
    }

    /// The path with another ending: `overview.html` becomes `overview.md`.
    public func with(ending: String) -> SitePath {
        guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return SitePath(text + ending) }
        return SitePath(text[..<dot] + ending)
    }

    /// The absolute address under the site's own, which ends with a slash. A page named `index.html` is its folder.
    public func address(under base: String) -> String {
        let path = Self.last(text) == "index.html" ? String(text.dropLast("index.html".count)) : text
        return base + Self.encoded(path)
    }

    public static func < (left: SitePath, right: SitePath) -> Bool { left.text < right.text }

    private static func last(_ path: String) -> String {
        String(path.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
    }

    /// RFC 3986, section 3.3: what a path may not hold is written as `%` and two digits.
    static func encoded(_ path: String) -> String {
        if path.utf8.allSatisfy(isAllowed) { return path }
        var output = ""
        for byte in path.utf8 {
            if isAllowed(byte) {
                output.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                output += encodedByte(byte)
            }
        }
        return output
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        if (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "-") < 13 { return true }
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "@"):
            return true
        default: return false
        }
    }

    /// A byte as `%` and two digits.
    static func encodedByte(_ byte: UInt8) -> String {
        let hex = String(byte, radix: 16, uppercase: true)
        return hex.count == 1 ? "%0\(hex)" : "%\(hex)"
    }
}
