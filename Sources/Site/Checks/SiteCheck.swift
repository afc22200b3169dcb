import Configuration
import Diagnostics
import Markup
import Synchronization

/// Checks the site as readers get it: the HTML of each page, told at the author's text.
///
/// The pages are made anew in memory, with marks that lead from each element to its source, and read as a browser reads
/// them; so what a template or HTML of the author's own adds is checked like everything else.
public struct SiteCheck: Sendable {
    public static let rules: Set<RuleID> = [
        SiteLinkBroken.id, SiteAnchorMissing.id, SiteImageMissing.id, SiteImageAlt.id, SiteDuplicateID.id,
        SiteHeadingOrder.id, SiteUnusedDefinition.id, SiteShadowedDefinition.id,
    ]

    let press: Press
    var project: Project { press.project }

    public static func run(_ press: Press) async -> [Diagnostic] {
        await SiteCheck(press: press).run()
    }

    private func run() async -> [Diagnostic] {
        let chapters = Dictionary(
            project.manuscript.chapters.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let guides = Dictionary(
            project.configuration.publications.indices.compactMap { index in
                project.manuscript.guide(of: index).map { ($0, project.manuscript.chapters(of: index)) }
            }, uniquingKeysWith: { first, _ in first })
        let pages = Mutex<[CheckedPage]>([])
        let files = Mutex<Set<SitePath>>([])
        await press.make(marksSources: true) { output in
            let chapter = chapters[output.path]
            let page = CheckedPage(
                output, chapter: chapter, chapters: chapter.map { [$0] } ?? guides[output.path] ?? [])
            pages.withLock { $0.append(page) }
            _ = files.withLock { $0.insert(output.path) }
        }
        let all = pages.withLock { $0.sorted { $0.path < $1.path } }
        let index = SiteIndex(
            pages: all, files: files.withLock { $0 }.union(press.extraPaths()), fallback: project.configuration.file)
        let found = await all.concurrentMap(width: project.width) { $0.findings(in: index) }
        let definitions = await project.manuscript.chapters.concurrentMap(width: project.width, Self.definitions)
        // What a chapter's own page tells of, the page of the whole guide need not tell again.
        let parted = zip(all, found).filter { $0.0.chapter != nil }
        let told = Set(parted.flatMap { $0.1 }.map(Fault.init))
        let others = zip(all, found).filter { $0.0.chapter == nil }.flatMap { $0.1 }.filter {
            !told.contains(Fault($0))
        }
        return parted.flatMap { $0.1 } + others + definitions.flatMap { $0 }
    }

    /// Definitions are gone from the HTML, so they are looked for in the text.
    private static func definitions(in chapter: Chapter) -> [Diagnostic] {
        let document = chapter.document
        var findings: [Diagnostic] = []
        var first: [String: Range<Int>] = [:]
        for definition in document.definitions {
            let key = definition.label.lowercased()
            let origin = document.origin(of: definition.labelRange)
            if definition.isShadowed, let other = first[key] {
                findings.append(
                    SiteShadowedDefinition.shadowed(
                        definition.label, at: origin, first: document.origin(of: other).span))
            } else if !definition.isUsed {
                findings.append(SiteUnusedDefinition.unused(definition.label, at: origin))
            }
            if first[key] == nil { first[key] = definition.labelRange }
        }
        for footnote in document.footnotes {
            let origin = document.origin(of: footnote.labelRange)
            let key = "^\(footnote.label.lowercased())"
            if footnote.definition == nil, let other = first[key] {
                findings.append(
                    SiteShadowedDefinition.shadowed(
                        "^\(footnote.label)", at: origin, first: document.origin(of: other).span))
            } else if footnote.references.isEmpty {
                findings.append(SiteUnusedDefinition.unused("^\(footnote.label)", at: origin))
            }
            if first[key] == nil { first[key] = footnote.labelRange }
        }
        return findings
    }
}

/// What makes two findings the same: the rule and the place.
private struct Fault: Hashable {
    let rule: RuleID
    let path: String
    let range: Range<Int>

    init(_ finding: Diagnostic) {
        rule = finding.rule
        path = finding.span.file.path
        range = finding.span.range
    }
}

/// What pages may lead to.
struct SiteIndex: Sendable {
    /// The ids of each page.
    let anchors: [SitePath: Set<String>]
    /// The fragment of each page that is made of one.
    let fragments: [SitePath: String]
    let files: Set<SitePath>
    /// The names of all files, for suggestions.
    let names: [String]
    /// Where a finding is told that has no place in any fragment: the configuration.
    let fallback: SourceFile

    init(pages: [CheckedPage], files: Set<SitePath>, fallback: SourceFile) {
        anchors = Dictionary(pages.map { ($0.path, $0.ids) }, uniquingKeysWith: { first, _ in first })
        fragments = Dictionary(
            pages.compactMap { page in page.chapter.map { (page.path, $0.source) } },
            uniquingKeysWith: { first, _ in first })
        self.files = files
        names = files.map(\.text).sorted()
        self.fallback = fallback
    }
}
