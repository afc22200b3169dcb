import Diagnostics
import Markup

/// A page of the site as the checks see it.
struct CheckedPage: Sendable {
    let path: SitePath
    /// The chapter that the page is made of; nil for the landing page and others that have none.
    let chapter: Chapter?
    /// The chapters whose text the page holds, in its order.
    private let chapters: [Chapter]
    /// The anchors of the page.
    let ids: Set<String>
    /// Those of which there is something to tell, or to be asked of other pages.
    private let elements: [HTMLPage.Element]
    /// What ids and headings tell by themselves.
    private var structure: [Diagnostic] = []
    /// The links that lead out of the site.
    private(set) var externalLinks: [ExternalLink]

    init(_ output: Output, chapter: Chapter?, chapters: [Chapter], in index: SiteIndex) {
        path = output.path
        self.chapter = chapter
        self.chapters = chapters
        var reading = PageReading(output.path, chapter: chapter, chapters: chapters, in: index)
        output.bytes.withUnsafeBufferPointer { reading.read($0) }
        ids = reading.ids
        elements = reading.elements
        externalLinks = reading.externalLinks
        checkIDs(reading.duplicates, index)
        if let chapter { checkHeadings(reading.headings, of: chapter, index) }
    }

    /// The links that lead out of the site, which are the taker's from then on.
    mutating func takeExternalLinks() -> [ExternalLink] {
        defer { externalLinks = [] }
        return externalLinks
    }

    func findings(in index: SiteIndex) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for element in elements {
            if let href = element.followedAddress { checkLink(href, element, index, &findings) }
            for address in element.loadedAddresses { checkFile(address, element, index, &findings) }
            if element.name == "img" { checkAlternative(element, index, &findings) }
        }
        return findings + structure
    }

    // MARK: - Links

    private func checkLink(
        _ href: String, _ element: HTMLPage.Element, _ index: SiteIndex, _ findings: inout [Diagnostic]
    ) {
        if href.isEmpty, let written = writtenDestination(of: element), Address.isDangerous(written.utf8) {
            return findings.append(SiteLinkBroken.dangerous(written, at: destinationOrigin(of: element, index)))
        }
        if let own = index.ownPath(of: href) { return checkOwnAddress(href, own, element, index, &findings) }
        guard !Manuscript.hasScheme(href), !href.hasPrefix("//") else { return }
        if href.hasPrefix("/") {
            // The page for wrong addresses is served at any of them, so it links from the root.
            guard path != "404.html" else { return }
            return findings.append(SiteLinkBroken.leavesSite(href, at: origin(of: element.place, index)))
        }
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = Manuscript.decoded(parts.first.map { $0.prefix { $0 != "?" } } ?? "")
        guard let target = file.isEmpty ? path : resolve(file) else {
            return findings.append(SiteLinkBroken.leavesSite(href, at: origin(of: element.place, index)))
        }
        guard index.files.contains(target) else {
            let written = writtenDestination(of: element) ?? href
            let suggestion = suggestion(for: written, element, index)
            findings.append(
                SiteLinkBroken.missing(
                    written, at: destinationOrigin(of: element, index), suggestion: suggestion,
                    fix: suggestion.flatMap { fix(element, $0) }))
            return
        }
        if parts.count > 1 { checkAnchor(parts[1], of: target, element, index, &findings) }
    }

    /// A link by the address that the site is served at leads to what the site is now, not to what is served there.
    private func checkOwnAddress(
        _ href: String, _ own: Substring, _ element: HTMLPage.Element, _ index: SiteIndex,
        _ findings: inout [Diagnostic]
    ) {
        let parts = own.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = Manuscript.decoded(parts.first.map { $0.prefix { $0 != "?" } } ?? "")
        let target = SitePath(path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path)
        guard index.files.contains(target) else {
            let near = Spelling.nearest(to: path, among: index.names)
            findings.append(
                SiteLinkBroken.missing(
                    href, at: destinationOrigin(of: element, index), suggestion: near.map { index.base + $0 },
                    fix: near.flatMap { fix(element, index.base + $0) }))
            return
        }
        if parts.count > 1 { checkAnchor(parts[1], of: target, element, index, &findings) }
    }

    private func checkAnchor(
        _ written: Substring, of target: SitePath, _ element: HTMLPage.Element, _ index: SiteIndex,
        _ findings: inout [Diagnostic]
    ) {
        guard !written.isEmpty, let anchors = index.anchors[target] else { return }
        let anchor = Manuscript.decoded(written)
        guard !anchors.contains(anchor), anchor.lowercased() != "top" else { return }
        let suggestion = Spelling.nearest(to: anchor, among: anchors.sorted())
        let page = target == path ? "this page" : "`\(target)`"
        let fixed = suggestion.flatMap { suggested -> Diagnostic.Fix? in
            guard let written = writtenDestination(of: element), let hash = written.firstIndex(of: "#") else {
                return nil
            }
            return fix(element, "\(written[..<hash])#\(suggested)")
        }
        findings.append(
            SiteAnchorMissing.missing(
                anchor, in: page, at: destinationOrigin(of: element, index), suggestion: suggestion, fix: fixed))
    }

    private func resolve(_ relative: String) -> SitePath? { LinkResolution(path).resolve(relative) }

    /// What the author may have meant: a fragment, as links name it, or else a file of the site.
    private func suggestion(for written: String, _ element: HTMLPage.Element, _ index: SiteIndex) -> String? {
        guard let chapter = self.chapter(of: element.place), element.source != nil else {
            return Spelling.nearest(to: written, among: index.names)
        }
        let path = written.prefix { $0 != "#" }
        let rest = written.dropFirst(path.count)
        let folder = SitePath(chapter.source)
        if link(of: element) == nil {
            // HTML of the author's own stays as it is, so it names pages, not fragments.
            let pages = index.fragments.filter { folder.link(to: SitePath($0.value)) == path }.keys
            return (pages.first?.text ?? Spelling.nearest(to: String(path), among: index.names))
                .map { self.path.link(to: SitePath($0)) + rest }
        }
        let candidates = index.fragments.values.map { folder.link(to: SitePath($0)) }
        return Spelling.nearest(to: String(path), among: candidates.sorted()).map { $0 + rest }
    }

    // MARK: - Files

    private func checkAlternative(_ image: HTMLPage.Element, _ index: SiteIndex, _ findings: inout [Diagnostic]) {
        guard let source = image["src"], image["alt"].map({ $0.isEmpty && isMarkdownImage(image) }) ?? true else {
            return
        }
        findings.append(
            SiteImageAlt.missing(writtenDestination(of: image) ?? source, at: origin(of: image.place, index)))
    }

    private func checkFile(
        _ address: String, _ element: HTMLPage.Element, _ index: SiteIndex, _ findings: inout [Diagnostic]
    ) {
        guard !Manuscript.hasScheme(address), !address.hasPrefix("//") else { return }
        if path == "404.html", address.hasPrefix("/") { return }
        let file = Manuscript.decoded(address.prefix { $0 != "?" && $0 != "#" })
        if let target = resolve(file), index.files.contains(target) { return }
        let written = writtenDestination(of: element) ?? address
        findings.append(
            SiteImageMissing.missing(
                written, at: destinationOrigin(of: element, index),
                suggestion: Spelling.nearest(to: file, among: index.names).map { path.link(to: SitePath($0)) }))
    }

    // MARK: - Structure

    private mutating func checkIDs(_ duplicates: [PageReading.Duplicate], _ index: SiteIndex) {
        for duplicate in duplicates {
            let first = duplicate.first.source.map { _ in origin(of: duplicate.first, index).span }
            structure.append(
                SiteDuplicateID.twice(duplicate.id, at: origin(of: duplicate.place, index), first: first))
        }
    }

    /// The page of the whole guide has the headings of its chapters, which are told at the chapters' own pages.
    private mutating func checkHeadings(_ headings: [PageReading.Heading], of chapter: Chapter, _ index: SiteIndex) {
        var last = 0
        var title: HTMLPage.Place?
        for (level, place) in headings {
            if level == 1, let title {
                structure.append(
                    SiteHeadingOrder.secondTitle(at: origin(of: place, index), first: origin(of: title, index).span))
            } else if level > last + 1, last > 0 {
                structure.append(SiteHeadingOrder.skipped(from: last, to: level, at: origin(of: place, index)))
            }
            if level == 1, title == nil { title = place }
            if level == 6 { structure.append(SiteHeadingOrder.tooDeep(at: origin(of: place, index))) }
            last = level
        }
        if title == nil {
            structure.append(SiteHeadingOrder.noTitle(at: chapter.document.origin(of: 0..<0)))
        }
    }

    // MARK: - Places

    /// The chapter that a part of the page is of; for what a template makes, that of the page.
    private func chapter(of place: HTMLPage.Place) -> Chapter? {
        place.source != nil && chapters.indices.contains(place.part) ? chapters[place.part] : chapter
    }

    /// Where the author wrote an element; for what a template makes, where the fragment begins, or the configuration.
    private func origin(of place: HTMLPage.Place, _ index: SiteIndex) -> PositionMap.Origin {
        guard let chapter = chapter(of: place) else { return PositionMap(identity: index.fallback).origin(at: 0) }
        return chapter.document.origin(of: place.source ?? 0..<0)
    }

    private func destinationOrigin(of element: HTMLPage.Element, _ index: SiteIndex) -> PositionMap.Origin {
        guard let chapter = chapter(of: element.place), let link = link(of: element) else {
            return origin(of: element.place, index)
        }
        return chapter.document.origin(of: link.destinationRange)
    }

    private func writtenDestination(of element: HTMLPage.Element) -> String? { link(of: element)?.destination }

    private func isMarkdownImage(_ element: HTMLPage.Element) -> Bool { link(of: element)?.isImage ?? false }

    private func link(of element: HTMLPage.Element) -> Link? {
        guard let chapter = chapter(of: element.place), let source = element.source else { return nil }
        return chapter.document.link(at: source, isImage: element.name == "img")
    }

    private func fix(_ element: HTMLPage.Element, _ replacement: String) -> Diagnostic.Fix? {
        guard let chapter = chapter(of: element.place), let link = link(of: element) else { return nil }
        return .address(replacement, at: chapter.document.origin(of: link.destinationRange).span)
    }
}
