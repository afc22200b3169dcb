/// The pages in the order of their last changes, as a feed (RFC 4287).
///
/// Dates come from the history of the sources; pages without one are left out, and a feed without entries is not made.
enum AtomFeed {
    /// A feed reader is shown this many changes.
    private static let limit = 50

    static func xml(_ entries: [SiteEntry], title: String, base: String, generator: String) -> String? {
        let dated = entries.compactMap { entry in entry.changed.map { (day: $0, entry: entry) } }
            .sorted { ($1.day, $0.entry.path) < ($0.day, $1.entry.path) }
            .prefix(limit)
        guard let newest = dated.first else { return nil }
        var output = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
              <id>\(Escape.markup(base))</id>
              <title>\(Escape.markup(title))</title>
              <updated>\(newest.day)T00:00:00Z</updated>
              <author><name>\(Escape.markup(title))</name></author>
              <generator>\(Escape.markup(generator))</generator>
              <link rel="alternate" type="text/html" href="\(Escape.markup(base))"/>
              <link rel="self" type="application/atom+xml" href="\(Escape.markup(base))feed.xml"/>

            """
        for (day, entry) in dated {
            let address = Escape.markup(entry.path.address(under: base))
            output += """
                  <entry>
                    <id>\(address)</id>
                    <title>\(Escape.markup(entry.title))</title>
                    <updated>\(day)T00:00:00Z</updated>
                    <link rel="alternate" type="text/html" href="\(address)"/>
                    <summary>\(Escape.markup(entry.description))</summary>
                  </entry>

                """
        }
        return output + "</feed>\n"
    }
}
