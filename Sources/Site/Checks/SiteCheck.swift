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

    /// Those of them that are about links, and about all that a page loads.
    public static let linkRules: Set<RuleID> = [
        SiteLinkBroken.id, SiteAnchorMissing.id, SiteImageMissing.id, SiteRedirectBroken.id,
    ]

    private let project: Project
    private let pages: [CheckedPage]
    private let index: SiteIndex
    private let guides: [CheckedGuide]
    /// Those of each page, until somebody takes them.
    private let externalLinks: Locked<[[ExternalLink]]>

    /// Makes the pages and reads them.
    public init(_ press: Press) async {
        project = press.project
        let chapters = Dictionary(
            press.manuscript.chapters.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let guides = Dictionary(
            press.project.configuration.publications.indices.compactMap { index in
                press.manuscript.guide(of: index).map { ($0, press.manuscript.chapters(of: index)) }
            }, uniquingKeysWith: { first, _ in first })
        let index = SiteIndex(press.project, files: press.paths)
        let made = Mutex<[CheckedPage]>([])
        await press.make(marksSources: true) { output in
            let chapter = chapters[output.path]
            let page = CheckedPage(
                output, chapter: chapter, chapters: chapter.map { [$0] } ?? guides[output.path] ?? [], in: index)
            made.withLock { $0.append(page) }
        }
        var pages = made.withLock { pages in
            defer { pages = [] }
            return pages.sorted { $0.path < $1.path }
        }
        externalLinks = Locked(pages.indices.map { pages[$0].takeExternalLinks() })
        self.pages = pages
        self.index = index.with(pages)
        self.guides = press.project.configuration.publications.enumerated().compactMap { index, publication in
            publication.markdown.map { output in
                CheckedGuide(press.composer(index, output: output.value), path: output.value, publication: index)
            }
        }
    }

    /// All links that lead out of the site, in the order of pages, each place once. They are the taker's from then on: there
    /// may be very many, and nobody else asks for them.
    public func takeExternalLinks() async -> [ExternalLink] {
        let byPage = externalLinks.withLock { links in
            defer { links = [] }
            return links
        }
        let places = await byPage.concurrentMap(width: project.width) { $0.map(Self.place) }
        var seen = Set<ContentKey>()
        var links: [ExternalLink] = []
        for (page, places) in zip(byPage, places) {
            for (link, place) in zip(page, places) where seen.insert(place).inserted { links.append(link) }
        }
        return links
    }

    /// What makes two external links the same: the address and the place.
    private static func place(of link: ExternalLink) -> ContentKey {
        let span = link.origin.span
        var key = KeyBuilder("link")
        key.add(link.address)
        key.add(span.file.path)
        key.add(span.range.lowerBound)
        key.add(span.range.upperBound)
        return key.finish()
    }

    public func findings() async -> [Diagnostic] {
        let index = index
        let found = await pages.concurrentMap(width: project.width) { $0.findings(in: index) }
        let definitions = await project.manuscript.chapters.concurrentMap(width: project.width, Self.definitions)
        // What a chapter's own page tells of, the page of the whole guide need not tell again.
        let parted = zip(pages, found).filter { $0.0.chapter != nil }
        let told = parted.flatMap { $0.1 }
        var faults = Set(told.map(Fault.init))
        let others = zip(pages, found).filter { $0.0.chapter == nil }.flatMap { $0.1 }
        let composed = guides.flatMap { $0.findings(in: project.manuscript) }
        let styles = StyleLinks(project).findings(in: index)
        return told + (others + composed).filter { faults.insert(Fault($0)).inserted } + styles
            + definitions.flatMap { $0 }
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
