import Diagnostics

/// A file of the site as it is served.
struct ServedFile: Sendable {
    let bytes: [UInt8]
    /// A strong validator: equal tags have equal bytes.
    let tag: String
    let type: String
    /// Whether another content would have another address, so that a browser may keep it for good.
    var isImmutable = false

    init(_ bytes: [UInt8], at path: String, isImmutable: Bool = false) {
        let digest = Digest.of(bytes).prefix(32)
        tag = "\"\(digest)\""
        type = ContentType.of(path)
        self.isImmutable = isImmutable
        self.bytes = type.hasPrefix("text/html") ? Self.withScript(bytes, digest: String(digest)) : bytes
    }

    /// The page with the preview's own script before the others, and its style behind the others. They come from the page's
    /// own origin, as the policy of the page demands.
    private static func withScript(_ page: [UInt8], digest: String) -> [UInt8] {
        let end = Array("</head>".utf8)
        guard let place = page.firstRange(of: end)?.lowerBound else { return page }
        let first = page[..<place].firstRange(of: Array("<script".utf8))?.lowerBound ?? place
        let script = "<script src=\"/-/preview.js\" data-page=\"\(digest)\" defer></script>\n"
        let style = "<link rel=\"stylesheet\" href=\"/-/preview.css\">\n"
        return Array(page[..<first]) + script.utf8 + page[first..<place] + style.utf8 + page[place...]
    }
}
