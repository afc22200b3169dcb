/// `llms.txt`: the site for readers that are programs, as a Markdown page of links to each page's Markdown twin.
enum LanguageModelIndex {
    static func markdown(
        _ entries: [SiteEntry], title: String, description: String, whole: SitePath?, base: String?
    ) -> String {
        var output = "# \(title)\n\n> \(description)\n"
        if let whole { output += "\n- [The whole guide](\(link(whole, base))): all chapters in one Markdown file\n" }
        var group: String?
        for entry in entries {
            if entry.group != group {
                output += "\n## \(entry.group)\n\n"
                group = entry.group
            }
            output += "- [\(entry.title)](\(link(entry.markdown, base))): \(entry.description)\n"
        }
        return output
    }

    private static func link(_ path: SitePath, _ base: String?) -> String {
        base.map { path.address(under: $0) } ?? SitePath("llms.txt").link(to: path)
    }
}
