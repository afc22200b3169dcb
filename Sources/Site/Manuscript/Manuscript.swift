import Configuration
import Diagnostics
import Markup
import Synchronization

/// All fragments of a site, read and parsed, in reading order.
public struct Manuscript: Sendable {
    public let configuration: Configuration
    public let files: ProjectFiles
    public let chapters: [Chapter]
    /// The chapters of each publication, in reading order.
    private let byPublication: [[Chapter]]
    /// The groups of each publication's navigation that have chapters.
    private let groupsByPublication: [[Group]]
    private let bySource: [String: Chapter]
    private let anchors = LinkedAnchors()

    /// A group of the navigation with its chapters.
    struct Group: Sendable {
        let title: String
        let chapters: [Chapter]
    }

    /// A page of the configuration as it was read.
    struct Reading: Sendable {
        /// Nil where the fragment can't be read.
        var chapter: Chapter?
        var findings: [Diagnostic]
        /// Whether it was known, and not read again.
        var isKnown = false
    }

    /// Reads and parses all fragments, on several cores. Those that can't be read are reported and left out.
    public static func read(
        _ configuration: Configuration, from files: ProjectFiles, width: Int, into findings: inout [Diagnostic]
    ) async -> Manuscript {
        let readings = await readings(configuration, from: files, width: width) { _, _ in nil }
        findings += readings.flatMap(\.findings)
        return Manuscript(configuration: configuration, files: files, chapters: readings.compactMap(\.chapter))
    }

    /// Reads and parses the fragments of all pages but those of which it is known what a reading would give.
    /// - Parameter known: the earlier reading of a place, told by its fragment's path and its publication.
    static func readings(
        _ configuration: Configuration, from files: ProjectFiles, width: Int,
        known: @escaping @Sendable (_ source: String, _ publication: Int) -> Reading?
    ) async -> [Reading] {
        let places = configuration.publications.enumerated().flatMap(Self.places)
        return await places.concurrentMap(width: width) { place in
            if let reading = known(place.source, place.publication), let taken = place.taking(reading) { return taken }
            var findings: [Diagnostic] = []
            let chapter = place.read(files, limit: configuration.limits.fragment, into: &findings)
            return Reading(chapter: chapter, findings: findings)
        }
    }

    init(configuration: Configuration, files: ProjectFiles, chapters: [Chapter]) {
        self.configuration = configuration
        self.files = files
        self.chapters = chapters
        bySource = Dictionary(chapters.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        byPublication = configuration.publications.indices.map { index in
            chapters.filter { $0.publication == index }
        }
        groupsByPublication = byPublication.map(Self.groups)
    }

    private static func groups(of chapters: [Chapter]) -> [Group] {
        var groups: [(title: String, chapters: [Chapter])] = []
        for chapter in chapters {
            if groups.last?.title != chapter.group { groups.append((chapter.group, [])) }
            groups[groups.count - 1].chapters.append(chapter)
        }
        return groups.map(Group.init)
    }

    fileprivate static func linkedAnchors(in chapters: [Chapter]) -> [String: Set<String>] {
        var anchors: [String: Set<String>] = [:]
        for chapter in chapters {
            for link in chapter.document.links where !hasScheme(link.destination) {
                guard let anchor = anchor(of: link.destination) else { continue }
                let file = chapter.document.origin(of: link.cursor.range).span.file.path
                let path = path(of: link.destination)
                let source = path.isEmpty ? chapter.source : ProjectFiles.join(ProjectFiles.folder(of: file), path)
                if let source { anchors[source, default: []].insert(anchor) }
            }
        }
        return anchors
    }

    /// The anchors of a fragment that links name.
    func linkedAnchors(of source: String) -> Set<String> { anchors.bySource(in: chapters)[source] ?? [] }

    /// The chapter that is made of a fragment.
    func chapter(source: String) -> Chapter? { bySource[source] }

    /// The chapters of a publication, in reading order.
    func chapters(of publication: Int) -> [Chapter] { byPublication[publication] }

    func groups(of publication: Int) -> [Group] { groupsByPublication[publication] }

    /// Where a publication's own pages are in the site.
    func folder(of publication: Int) -> String {
        let path = configuration.publications[publication].path.value
        return path.isEmpty ? "" : path + "/"
    }

    /// Where the whole publication stands on one page.
    func guide(of publication: Int) -> SitePath { SitePath(folder(of: publication) + "guide.html") }

    /// The suppressions of all fragments.
    public var suppressions: [Suppression] { chapters.flatMap(\.fragment.suppressions) }

    /// A page of the configuration, before it is read.
    private struct Place: Sendable {
        let publication: Int
        let number: Int
        let group: String
        let page: PositionMap.Origin
        let source: String
        let path: SitePath

        func read(_ files: ProjectFiles, limit: Int, into findings: inout [Diagnostic]) -> Chapter? {
            guard let fragment = FragmentText.read(source, in: files, limit: limit, asker: page, into: &findings) else {
                return nil
            }
            let document = Document.parse(fragment.text, map: fragment.map, into: &findings)
            return Chapter(
                publication: publication, number: number, group: group, fragment: fragment, document: document,
                path: path)
        }

        /// An earlier reading of the fragment, which may have stood at another place of the navigation.
        func taking(_ reading: Reading) -> Reading? {
            guard var chapter = reading.chapter else { return nil }
            if chapter.number != number || chapter.group != group || chapter.path != path {
                chapter = Chapter(
                    publication: publication, number: number, group: group, fragment: chapter.fragment,
                    document: chapter.document, path: path)
            }
            return Reading(chapter: chapter, findings: reading.findings, isKnown: true)
        }
    }

    private static func places(_ index: Int, _ publication: Publication) -> [Place] {
        let folder = publication.path.value.isEmpty ? "" : publication.path.value + "/"
        var number = 0
        return publication.navigation.flatMap { group in
            group.pages.map { page in
                number += 1
                return Place(
                    publication: index, number: number, group: group.title.value, page: page.origin,
                    source: publication.path(of: page.value),
                    path: SitePath("\(folder)\(Chapter.slug(of: page.value)).html"))
            }
        }
    }
}

/// The anchors that links name, by the fragment that they lead to. All links of all chapters have to be looked at for
/// them, and only Markdown needs them, so that is done when they are first asked for.
private final class LinkedAnchors: Sendable {
    private let known = Mutex<[String: Set<String>]?>(nil)

    func bySource(in chapters: [Chapter]) -> [String: Set<String>] {
        known.withLock { known in
            if let known { return known }
            let found = Manuscript.linkedAnchors(in: chapters)
            known = found
            return found
        }
    }
}
