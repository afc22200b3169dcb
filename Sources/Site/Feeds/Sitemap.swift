/// The site's pages for search engines (sitemaps.org, protocol 0.9), and where they find the list.
enum Sitemap {
    static func xml(_ entries: [SiteEntry], base: String) -> String {
        var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        output += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for entry in entries {
            output += "  <url>\n    <loc>\(Escape.markup(entry.path.address(under: base)))</loc>\n"
            if let changed = entry.changed { output += "    <lastmod>\(changed)</lastmod>\n" }
            output += "  </url>\n"
        }
        return output + "</urlset>\n"
    }

    /// RFC 9309. Without an address of its own the site has no sitemap to name.
    static func robots(base: String?) -> String {
        "User-agent: *\nAllow: /\n" + (base.map { "\nSitemap: \($0)sitemap.xml\n" } ?? "")
    }
}
