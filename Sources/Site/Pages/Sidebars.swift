import Synchronization

/// The chapter lists beside the pages.
///
/// Pages of one group in one folder have the same list but for the mark of the page itself, so each list is rendered
/// once, and its items once with the mark and once without.
final class Sidebars: Sendable {
    private struct Key: Hashable {
        let publication: Int
        let group: String?
        let folder: String
    }

    private struct Sidebar: Sendable {
        /// What stands before, between and after the items.
        var parts: [[UInt8]] = []
        var items: [(path: SitePath, plain: [UInt8], current: [UInt8])] = []
    }

    private let manuscript: Manuscript
    private let theme: Theme
    private let hasFeed: Bool
    private let known = Mutex<[Key: Sidebar]>([:])

    init(manuscript: Manuscript, theme: Theme, hasFeed: Bool) {
        self.manuscript = manuscript
        self.theme = theme
        self.hasFeed = hasFeed
    }

    /// The list as it stands beside a page.
    func html(for page: PageFrame.Page) -> [UInt8] {
        let sidebar = sidebar(for: page)
        var bytes: [UInt8] = []
        for (index, part) in sidebar.parts.enumerated() {
            bytes += part
            guard index < sidebar.items.count else { continue }
            let item = sidebar.items[index]
            bytes += item.path == page.path ? item.current : item.plain
        }
        return bytes
    }

    private func sidebar(for page: PageFrame.Page) -> Sidebar {
        let folder = page.path.text.split(separator: "/").dropLast().joined(separator: "/")
        let key = Key(publication: page.publication, group: page.chapter?.group, folder: folder)
        if let sidebar = known.withLock({ $0[key] }) { return sidebar }
        // Two tasks may make the same list at the same time; the lists are equal.
        let made = make(for: page)
        known.withLock { $0[key] = made }
        return made
    }

    private func make(for page: PageFrame.Page) -> Sidebar {
        var sidebar = Sidebar()
        let isLarge = manuscript.chapters(of: page.publication).count > Self.largeCount
        let groups = manuscript.groups(of: page.publication).map { group -> [String: Any] in
            let isCurrent = page.chapter?.group == group.title
            let shown = isLarge && !isCurrent ? [] : group.chapters
            for chapter in shown {
                sidebar.items.append(
                    (chapter.path, item(chapter, on: page, isCurrent: false), item(chapter, on: page, isCurrent: true)))
            }
            return [
                "title": group.title, "url": group.chapters.first.map { page.path.link(to: $0.path) } ?? "",
                "current": isCurrent, "has_items": !shown.isEmpty,
                "items": String(repeating: Slot.item.mark, count: shown.count),
            ]
        }
        let guide = manuscript.guide(of: page.publication)
        var site = ["guide": page.path.link(to: guide), "markdown": page.path.link(to: guide.with(ending: ".md"))]
        if hasFeed { site["feed"] = page.path.root + "feed.xml" }
        var part: [UInt8] = []
        let rest = Slot.fill(theme.render(.sidebar, ["navigation": groups, "site": site])) { _, bytes in
            part = bytes
            sidebar.parts.append(part)
            bytes = []
        }
        sidebar.parts.append(rest)
        return sidebar
    }

    private func item(_ chapter: Chapter, on page: PageFrame.Page, isCurrent: Bool) -> [UInt8] {
        let context: [String: Any] = [
            "title": chapter.shortTitle, "url": page.path.link(to: chapter.path), "number": String(chapter.number),
            "current": isCurrent,
        ]
        return Array(theme.render(.sidebarItem, context).utf8)
    }

    /// From this many chapters on a page lists those of its own group only.
    private static let largeCount = 100
}
