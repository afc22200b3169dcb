/// A URL as a shell command writes it, in parts. An expansion in it stands for anything.
struct WebAddress {
    let bytes: [ShellByte]
    /// In lower case; nil where none is written.
    private(set) var scheme: String?
    /// The part before `@`.
    private(set) var login: [ShellByte]?
    /// Without brackets, in lower case; an expansion is a NUL.
    private(set) var host = ""
    private(set) var port: String?
    /// With its slash.
    private(set) var path: [ShellByte] = []
    /// What stands behind the `?`.
    private(set) var query: [ShellByte] = []

    init(_ bytes: [ShellByte]) {
        self.bytes = bytes
        var rest = bytes[...]
        if let separator = bytes.values.firstRange(of: Array("://".utf8)),
            !bytes[..<separator.lowerBound].contains(where: { $0.value == UInt8(ascii: "/") })
        {
            scheme = Array(bytes[..<separator.lowerBound]).text.lowercased()
            rest = rest[separator.upperBound...]
        }
        let end = rest.firstIndex { "/?#".utf8.contains($0.value) } ?? rest.endIndex
        readAuthority(rest[..<end])
        rest = rest[end...]
        if let fragment = rest.firstIndex(where: { $0.value == UInt8(ascii: "#") }) { rest = rest[..<fragment] }
        let mark = rest.firstIndex { $0.value == UInt8(ascii: "?") }
        path = Array(rest[..<(mark ?? rest.endIndex)])
        if let mark { query = Array(rest[(mark + 1)...]) }
    }

    private mutating func readAuthority(_ authority: ArraySlice<ShellByte>) {
        var authority = authority
        if let at = authority.lastIndex(where: { $0.value == UInt8(ascii: "@") }) {
            login = Array(authority[..<at])
            authority = authority[(at + 1)...]
        }
        let text = String(decoding: authority.map(\.value), as: UTF8.self).lowercased()
        if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
            host = String(text[text.index(after: text.startIndex)..<close])
            let behind = text[text.index(after: close)...]
            port = behind.hasPrefix(":") ? String(behind.dropFirst()) : nil
        } else if let colon = text.lastIndex(of: ":") {
            host = String(text[..<colon])
            port = String(text[text.index(after: colon)...])
        } else {
            host = text
        }
    }

    var hasUnknownHost: Bool { host.isEmpty || host.contains("\0") }

    var isLoopback: Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.") || host == "::1"
    }

    /// Whether a Loki is meant: by its host's name, its port, or its paths.
    var isLoki: Bool {
        let path = path.text
        // A program of its own beside Loki answers on another port.
        if path.hasPrefix("/loki/api/") { return true }
        if hasUnknownHost { return false }
        return port == "3100" || (host.split(separator: ".").first == "loki" && (port == nil || port == "443"))
    }

    var parameters: [CurlCall.Parameter] { Self.parameters(query) }

    /// `a=b&c=d`, decoded.
    static func parameters(_ query: [ShellByte]) -> [CurlCall.Parameter] {
        query.split { $0.value == UInt8(ascii: "&") }.map { part in
            guard let sign = part.firstIndex(where: { $0.value == UInt8(ascii: "=") }) else {
                return CurlCall.Parameter(name: Array(part).percentDecoded, value: nil)
            }
            return CurlCall.Parameter(
                name: Array(part[..<sign]).percentDecoded, value: Array(part[(sign + 1)...]).percentDecoded)
        }
    }

    /// The first braces or brackets of the query that are meant for the server, but that curl takes for a pattern unless
    /// told not to. `{a,b}` and `[1-9]` are patterns in good faith.
    var glob: Range<Int>? {
        var index = 0
        while index < query.count {
            let open = query[index].value
            let close: UInt8? = open == UInt8(ascii: "{") ? 0x7D : open == UInt8(ascii: "[") ? 0x5D : nil
            guard let close else {
                // curl keeps what stands behind a backslash.
                index += open == UInt8(ascii: "\\") ? 2 : 1
                continue
            }
            let end = query[index...].firstIndex { $0.value == close } ?? query.count - 1
            let inside = query[(index + 1)..<max(end, index + 1)].map(\.value)
            let isMeant =
                open == UInt8(ascii: "{")
                ? inside.contains(UInt8(ascii: "=")) : !inside.isEmpty && !inside.contains(UInt8(ascii: "-"))
            if isMeant { return Array(query[index...end]).sourceRange }
            index = end + 1
        }
        return nil
    }
}
