import Configuration
import Diagnostics
import Markup

/// All fragments of a site, read and parsed, in reading order.
public struct Manuscript: Sendable {
    public let configuration: Configuration
    public let files: ProjectFiles
    public let chapters: [Chapter]
    /// The chapters of each publication, in reading order.
    private let byPublication: [[Chapter]]
    /// The groups of each publication's navigation that have chapters.
    private let groupsByPublication: [[Group]]
    private let firstOfGroup: [[String: Chapter]]
    private let bySource: [String: Chapter]
    /// The anchors that links name, by the fragment that they lead to.
    private let anchorsBySource: OnDemand<[String: Set<String>]>

    /// A group of the navigation with its chapters.
    struct Group: Sendable {
        let title: String
        let chapters: [Chapter]
    }

    /// A page of the configuration as it was read.
    struct Reading: Sendable {
        /// Nil where the fragment can't be read.
        var chapter: Chapter?
        var findings: [Diagnostic] = []
        /// Whether it was known, and not read again.
        var isKnown = false
    }

    /// Reads and parses all fragments, on several cores. Those that can't be read are reported and left out.
    /// - Parameters:
    ///   - memory: of the last build; chapters that it knows and nobody changed are parsed only when asked for.
    ///   - recent: where texts are let go of some time after they were made; nil where they stay.
    static func read(
        _ configuration: Configuration, from files: ProjectFiles, width: Int, memory: BuildMemory? = nil,
        recent: RecentTexts? = nil, timings: Timings, into findings: inout [Diagnostic]
    ) async -> Manuscript {
        let limit = configuration.limits.fragment
        let folder = memory == nil ? nil : OpenFolder(files.root)
        let readings = await readings(
            configuration, from: files, width: width, recent: recent, timings: timings
        ) { listing in
            guard let memory, let folder, let chapter = listing.recall(memory, files, folder, limit: limit) else {
                return nil
            }
            return Reading(chapter: chapter, isKnown: true)
        }
        findings += readings.flatMap(\.findings)
        return Manuscript(configuration: configuration, files: files, chapters: readings.compactMap(\.chapter))
    }

    /// Reads and parses the fragments of all pages but those of which it is known what a reading would give.
    /// - Parameter known: the reading of a page, where it need not be read.
    static func readings(
        _ configuration: Configuration, from files: ProjectFiles, width: Int, recent: RecentTexts? = nil,
        timings: Timings = Timings(), known: @escaping @Sendable (Listing) -> Reading?
    ) async -> [Reading] {
        let limit = configuration.limits.fragment
        let listings = configuration.publications.enumerated().flatMap(Self.listings)
        return await listings.concurrentMap(width: width) { listing in
            let start = timings.now
            defer { timings.add(.fragments, since: start) }
            if let reading = known(listing) { return reading }
            var findings: [Diagnostic] = []
            let chapter = listing.read(files, limit: limit, recent: recent, into: &findings)
            return Reading(chapter: chapter, findings: findings)
        }
    }

    init(configuration: Configuration, files: ProjectFiles, chapters: [Chapter]) {
        self.configuration = configuration
        self.files = files
        self.chapters = chapters
        bySource = Dictionary(chapters.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        let byPublication = configuration.publications.indices.map { index in
            chapters.filter { $0.publication == index }
        }
        self.byPublication = byPublication
        groupsByPublication = byPublication.map(Self.groups)
        firstOfGroup = groupsByPublication.map { groups in
            Dictionary(
                groups.compactMap { group in group.chapters.first.map { (group.title, $0) } },
                uniquingKeysWith: { first, _ in first })
        }
        anchorsBySource = OnDemand { Self.linkedAnchors(in: chapters) }
    }

    private static func groups(of chapters: [Chapter]) -> [Group] {
        var groups: [(title: String, chapters: [Chapter])] = []
        for chapter in chapters {
            if groups.last?.title != chapter.group { groups.append((chapter.group, [])) }
            groups[groups.count - 1].chapters.append(chapter)
        }
        return groups.map(Group.init)
    }

    private static func linkedAnchors(in chapters: [Chapter]) -> [String: Set<String>] {
        var anchors: [String: Set<String>] = [:]
        for chapter in chapters {
            for link in chapter.facts.references where !link.isImage {
                guard let source = link.path, let anchor = anchor(of: link.destination) else { continue }
                anchors[source, default: []].insert(anchor)
            }
        }
        return anchors
    }

    /// The anchors of a fragment that links name.
    func linkedAnchors(of source: String) -> Set<String> { anchorsBySource.value[source] ?? [] }

    /// The chapter that is made of a fragment.
    func chapter(source: String) -> Chapter? { bySource[source] }

    /// The chapters of a publication, in reading order.
    func chapters(of publication: Int) -> [Chapter] { byPublication[publication] }

    func groups(of publication: Int) -> [Group] { groupsByPublication[publication] }

    /// The first chapter of the group that a chapter is in.
    func first(inGroupOf chapter: Chapter) -> Chapter { firstOfGroup[chapter.publication][chapter.group] ?? chapter }

    /// Where a publication's own pages are in the site.
    func folder(of publication: Int) -> String {
        let path = configuration.publications[publication].path.value
        return path.isEmpty ? "" : path + "/"
    }

    /// Where the whole publication stands on one page; nil where it does not.
    func guide(of publication: Int) -> SitePath? {
        configuration.publications[publication].hasGuide ? SitePath(folder(of: publication) + "guide.html") : nil
    }

    /// The suppressions of all fragments.
    public var suppressions: [Suppression] {
        chapters.flatMap { $0.facts.hasSuppressions ? $0.fragment.suppressions : [] }
    }
}
