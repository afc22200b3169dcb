import Diagnostics
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

        init(_ page: PageFrame.Page) {
            publication = page.publication
            group = page.chapter?.group
            folder = ProjectFiles.folder(of: page.path.text)
        }
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
    private let keys = Mutex<[Key: ContentKey]>([:])
    /// What the lists of a publication say of its groups.
    private let groups: [ContentKey]

    init(manuscript: Manuscript, theme: Theme, hasFeed: Bool) {
        self.manuscript = manuscript
        self.theme = theme
        self.hasFeed = hasFeed
        groups = manuscript.configuration.publications.indices.map { publication in
            var key = KeyBuilder("groups")
            key.add(hasFeed)
            key.add(manuscript.guide(of: publication)?.text)
            for group in manuscript.groups(of: publication) {
                key.add(group.title)
                key.add(group.chapters.first?.path.text)
            }
            return key.finish()
        }
    }

    /// The list as it stands beside a page.
    func html(for page: PageFrame.Page) -> [UInt8] {
        let sidebar = sidebar(for: page)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(sidebar.parts.reduce(0) { $0 + $1.count } + 256 * sidebar.items.count)
        for (index, part) in sidebar.parts.enumerated() {
            bytes += part
            guard index < sidebar.items.count else { continue }
            let item = sidebar.items[index]
            bytes += item.path == page.path ? item.current : item.plain
        }
        return bytes
    }

    /// The key of all that the list is made of, but for the templates. The page's own address marks an item.
    func key(for page: PageFrame.Page) -> ContentKey {
        let list = Key(page)
        if let key = keys.withLock({ $0[list] }) { return key }
        var key = KeyBuilder("sidebar")
        key.add(groups[page.publication])
        key.add(list.group)
        key.add(list.folder)
        for group in manuscript.groups(of: page.publication) {
            for chapter in shown(group, on: page) {
                key.add(chapter.shortTitle)
                key.add(chapter.path)
                key.add(chapter.number)
            }
        }
        let made = key.finish()
        keys.withLock { $0[list] = made }
        return made
    }

    private func sidebar(for page: PageFrame.Page) -> Sidebar {
        let key = Key(page)
        if let sidebar = known.withLock({ $0[key] }) { return sidebar }
        // Two tasks may make the same list at the same time; the lists are equal.
        let sidebar = make(for: page)
        known.withLock { $0[key] = sidebar }
        return sidebar
    }

    /// The chapters of a group that the list shows.
    private func shown(_ group: Manuscript.Group, on page: PageFrame.Page) -> [Chapter] {
        let isLarge = manuscript.chapters(of: page.publication).count > Self.largeCount
        return isLarge && page.chapter?.group != group.title ? [] : group.chapters
    }

    private func make(for page: PageFrame.Page) -> Sidebar {
        var sidebar = Sidebar()
        let groups = manuscript.groups(of: page.publication).map { group -> TemplateContext in
            let isCurrent = page.chapter?.group == group.title
            let shown = shown(group, on: page)
            for chapter in shown {
                sidebar.items.append(
                    (chapter.path, item(chapter, on: page, isCurrent: false), item(chapter, on: page, isCurrent: true)))
            }
            return [
                "title": .text(group.title),
                "url": .text(group.chapters.first.map { page.path.link(to: $0.path) } ?? ""),
                "current": .flag(isCurrent), "has_items": .flag(!shown.isEmpty),
                "items": .html(Array(repeating: Self.slot, count: shown.count)),
            ]
        }
        var site: TemplateContext = [:]
        if let guide = manuscript.guide(of: page.publication) {
            site["guide"] = .text(page.path.link(to: guide))
            site["markdown"] = .text(page.path.link(to: guide.with(ending: ".md")))
        }
        if hasFeed { site["feed"] = .text(page.path.root + "feed.xml") }
        let list = theme.render(.sidebar, ["navigation": .list(groups), "site": .record(site)])
        sidebar.parts = list.split(separator: Self.slot, omittingEmptySubsequences: false).map(Array.init)
        return sidebar
    }

    private func item(_ chapter: Chapter, on page: PageFrame.Page, isCurrent: Bool) -> [UInt8] {
        let item = theme.render(
            .sidebarItem,
            [
                "title": .text(chapter.shortTitle), "url": .text(page.path.link(to: chapter.path)),
                "number": .text(String(chapter.number)), "current": .flag(isCurrent),
            ])
        // Without the room that is made for a whole page: there are two of each chapter, and they stay.
        return item.withUnsafeBufferPointer(Array.init)
    }

    /// Where an item goes in the rendered list: a byte that no text in UTF-8 has.
    private static let slot: UInt8 = 0xFF

    /// From this many chapters on a page lists those of its own group only.
    private static let largeCount = 100
}
