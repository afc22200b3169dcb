import Configuration
import Diagnostics
import Markup
import YAML

/// Old addresses and what they lead to.
struct Redirects: Sendable {
    /// An old page of which nothing is left.
    struct Page: Sendable {
        let path: SitePath
        var target: SitePath
        var targetAnchor: String?
        var publication: Int
        var moved: [MovedAnchor] = []
        /// Where the redirect was written.
        let setting: Span
    }

    private(set) var pages: [SitePath: Page] = [:]
    /// Old anchors of pages that still exist, by page.
    private(set) var moved: [SitePath: [MovedAnchor]] = [:]

    init(_ manuscript: Manuscript, into findings: inout [Diagnostic]) {
        for chapter in manuscript.chapters {
            guard chapter.facts.hasRedirects else { continue }
            for redirect in chapter.fragment.frontMatter.redirects {
                guard MalformedRedirect.isWellFormed(redirect.value) else {
                    findings.append(MalformedRedirect.finding(redirect.value, at: redirect.origin))
                    continue
                }
                add(redirect, to: chapter, anchor: nil, manuscript, &findings)
            }
        }
        for redirect in manuscript.configuration.redirects {
            let parts = redirect.to.value.split(separator: "#", maxSplits: 1).map(String.init)
            guard let chapter = Self.chapter(named: parts.first ?? "", in: manuscript) else {
                // A page that could not be read has a finding of its own.
                if Self.isListed(parts.first ?? "", in: manuscript) { continue }
                let names = manuscript.configuration.publications.flatMap { $0.pages.map(\.value) }
                let suggestion = Spelling.nearest(to: parts.first ?? "", among: names)
                findings.append(
                    SiteRedirectBroken.broken(redirect.to.value, at: redirect.to.origin, suggestion: suggestion))
                continue
            }
            let anchor = parts.count > 1 ? parts[1] : nil
            let ids = chapter.document.headings.map(\.id) + chapter.document.codeBlocks.compactMap(\.id)
            if let anchor, !ids.contains(anchor) {
                let suggestion = Spelling.nearest(to: anchor, among: ids)
                findings.append(
                    SiteRedirectBroken.broken(
                        redirect.to.value, at: redirect.to.origin, suggestion: suggestion.map { "\(parts[0])#\($0)" },
                        otherwise: "name an anchor that the page has"))
                continue
            }
            add(redirect.from, to: chapter, anchor: anchor, manuscript, &findings)
        }
    }

    private mutating func add(
        _ from: Located<String>, to chapter: Chapter, anchor: String?, _ manuscript: Manuscript,
        _ findings: inout [Diagnostic]
    ) {
        let parts = from.value.split(separator: "#", maxSplits: 1).map(String.init)
        let path = SitePath(parts.first ?? "")
        let oldAnchor = parts.count > 1 ? parts[1] : nil
        let entry = oldAnchor.map {
            MovedAnchor(anchor: $0, target: chapter.path, targetAnchor: anchor, title: chapter.title)
        }
        if let existing = manuscript.chapters.first(where: { $0.path == path }) {
            if let entry {
                moved[path, default: []].append(entry)
            } else {
                findings.append(
                    SiteAddressTaken.taken(path.text, at: from.span, by: existing.start))
            }
            return
        }
        var page =
            pages[path]
            ?? Page(
                path: path, target: chapter.path, targetAnchor: oldAnchor == nil ? anchor : nil,
                publication: chapter.publication, setting: from.span)
        if let entry {
            page.moved.append(entry)
        } else if let other = pages[path], other.moved.isEmpty {
            findings.append(SiteAddressTaken.taken(path.text, at: from.span, by: other.setting))
        } else {
            page.target = chapter.path
            page.targetAnchor = anchor
        }
        pages[path] = page
    }

    private static func isListed(_ name: String, in manuscript: Manuscript) -> Bool {
        manuscript.configuration.publications.contains { publication in
            publication.pages.contains { $0.value == name || "\(publication.id.value)/\($0.value)" == name }
        }
    }

    /// A page by its name in its publication, with the publication's id before it where the name alone is not enough.
    private static func chapter(named name: String, in manuscript: Manuscript) -> Chapter? {
        for (index, publication) in manuscript.configuration.publications.enumerated() {
            for page in publication.pages where page.value == name || "\(publication.id.value)/\(page.value)" == name {
                if let chapter = manuscript.chapter(source: publication.path(of: page.value)),
                    chapter.publication == index
                {
                    return chapter
                }
            }
        }
        return nil
    }
}
