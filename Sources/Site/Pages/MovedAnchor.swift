/// A section that an old link names and that stands elsewhere now.
struct MovedAnchor: Sendable {
    /// The anchor in old links.
    let anchor: String
    let target: SitePath
    let targetAnchor: String?
    /// The title of the page that it leads to.
    let title: String

    /// What a page shows to those who follow an old link: with or without script, the browser jumps to the entry.
    static func list(_ moved: [MovedAnchor], from page: SitePath) -> [UInt8] {
        guard !moved.isEmpty else { return [] }
        let items = moved.map { entry in
            let address = Escape.markup(page.link(to: entry.target, fragment: entry.targetAnchor))
            return "<li id=\"\(Escape.markup(entry.anchor))\">This section is now in <a href=\"\(address)\">"
                + "\(Escape.markup(entry.title))</a>.</li>\n"
        }
        return Array(
            "<section class=\"moved\" aria-label=\"Moved sections\"><ul>\n\(items.joined())</ul></section>\n".utf8)
    }
}
