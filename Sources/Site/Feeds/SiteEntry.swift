/// What the site as a whole tells of one page: in the sitemap, the feed and the list for language models.
struct SiteEntry: Sendable {
    let path: SitePath
    /// Where the page's Markdown twin is.
    let markdown: SitePath
    let title: String
    let description: String
    /// The day of the last change, as `2026-01-31`, where it is known.
    let changed: String?
    /// The group of the navigation that holds the page.
    let group: String
}
