/// The tags that GitHub does not let through, since what follows them would not be read as HTML any more.
enum TagFilter {
    private static let refused: [StaticString] = [
        "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
    ]

    /// Writes raw HTML with the `<` of refused tags escaped.
    static func write(_ html: UnsafeBufferPointer<UInt8>, into output: inout HTMLOutput) {
        var start = 0
        for index in html.indices where html[index] == .less && isRefused(html, at: index) {
            if index > start { output.raw(UnsafeBufferPointer(rebasing: html[start..<index])) }
            output.raw("&lt;")
            start = index + 1
        }
        if start < html.count { output.raw(UnsafeBufferPointer(rebasing: html[start...])) }
    }

    private static func isRefused(_ html: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        var name = start + 1
        if name < html.count, html[name] == .slash { name += 1 }
        return refused.contains { tag in
            let end = name + tag.utf8CodeUnitCount
            guard end < html.count else { return false }
            let isTag = tag.withUTF8Buffer { tag in
                tag.indices.allSatisfy { html[name + $0].lowercased == tag[$0] }
            }
            guard isTag else { return false }
            if html[end].isSpace || html[end] == .greater { return true }
            return html[end] == .slash && end + 1 < html.count && html[end + 1] == .greater
        }
    }
}
