import Diagnostics
import Markup

/// A page of the site as the checks see it.
struct CheckedPage: Sendable {
    let path: SitePath
    /// The chapter that the page is made of; nil for the landing page and others that have none.
    let chapter: Chapter?
    /// The chapters whose text the page holds, in its order.
    private let chapters: [Chapter]
    let ids: Set<String>
    let elements: [HTMLPage.Element]

    /// - Parameter known: files that the site is known to have before its pages are read.
    init(_ output: Output, chapter: Chapter?, chapters: [Chapter], known: Set<SitePath>) {
        path = output.path
        self.chapter = chapter
        self.chapters = chapters
        let resolution = LinkResolution(path)
        var ids = Set<String>()
        let page = HTMLPage(output.bytes) { element in
            element.addAnchors(to: &ids)
            guard element["id"] == nil else { return true }
            guard element.name == "a", element.source == nil, let href = element["href"] else {
                return Self.checkedNames.contains(element.name)
            }
            // Each page lists the chapters. Links that can be told to be good at once are not kept.
            return !resolution.leads(href, to: known)
        }
        self.ids = ids
        elements = page.elements
    }

    private static let checkedNames: Set = [
        "a", "area", "img", "script", "link", "source", "iframe", "video", "audio", "track", "embed", "object", "h1",
        "h2", "h3", "h4", "h5", "h6",
    ]

    func findings(in index: SiteIndex) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for element in elements {
            switch element.name {
            case "a", "area": if let href = element["href"] { checkLink(href, element, index, &findings) }
            case "img", "script", "source", "iframe", "video", "audio", "track", "embed", "object":
                checkImage(element, index, &findings)
            case "link":
                // Canonical addresses and the like are absolute; what is loaded is relative.
                if let href = element["href"], element["rel"] == "stylesheet" || element["rel"] == "icon" {
                    checkFile(href, element, index, &findings)
                }
            default: break
            }
        }
        checkIDs(index, &findings)
        checkHeadings(index, &findings)
        return findings
    }

    // MARK: - Links

    private func checkLink(
        _ href: String, _ element: HTMLPage.Element, _ index: SiteIndex, _ findings: inout [Diagnostic]
    ) {
        if let own = index.ownPath(of: href) { return checkOwnAddress(href, own, element, index, &findings) }
        guard !Manuscript.hasScheme(href), !href.hasPrefix("//") else { return }
        let origin = origin(of: element, index)
        if href.hasPrefix("/") {
            // The page for wrong addresses is served at any of them, so it links from the root.
            if path != "404.html" { findings.append(SiteLinkBroken.leavesSite(href, at: origin)) }
            return
        }
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = Manuscript.decoded(parts.first.map { $0.prefix { $0 != "?" } } ?? "")
        guard let target = file.isEmpty ? path : resolve(file) else {
            findings.append(SiteLinkBroken.leavesSite(href, at: origin))
            return
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
        guard let chapter = self.chapter(of: element), element.source != nil else {
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
        let candidates = index.anchors.keys.compactMap { index.fragments[$0] }.map { folder.link(to: SitePath($0)) }
        return Spelling.nearest(to: String(path), among: candidates.sorted()).map { $0 + rest }
    }

    // MARK: - Files

    private func checkImage(_ element: HTMLPage.Element, _ index: SiteIndex, _ findings: inout [Diagnostic]) {
        if let source = element["src"] {
            checkFile(source, element, index, &findings)
            if element.name == "img", element["alt"].map({ $0.isEmpty && isMarkdownImage(element) }) ?? true {
                findings.append(
                    SiteImageAlt.missing(writtenDestination(of: element) ?? source, at: origin(of: element, index)))
            }
        }
        for attribute in ["poster", "data"] {
            if let address = element[attribute] { checkFile(address, element, index, &findings) }
        }
        for address in SourceSet.addresses(element["srcset"] ?? "") { checkFile(address, element, index, &findings) }
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

    private func checkIDs(_ index: SiteIndex, _ findings: inout [Diagnostic]) {
        var first: [String: HTMLPage.Element] = [:]
        for element in elements {
            guard let id = element["id"] else { continue }
            if let other = first[id] {
                let firstSpan = other.source.map { _ in origin(of: other, index).span }
                findings.append(SiteDuplicateID.twice(id, at: origin(of: element, index), first: firstSpan))
            } else {
                first[id] = element
            }
        }
    }

    private func checkHeadings(_ index: SiteIndex, _ findings: inout [Diagnostic]) {
        // The page of the whole guide has the headings of its chapters, which are told at the chapters' own pages.
        guard let chapter else { return }
        var last = 0
        var title: HTMLPage.Element?
        for element in elements where element.source != nil {
            guard element.name.count == 2, element.name.first == "h", let level = element.name.last?.wholeNumberValue
            else {
                continue
            }
            let origin = origin(of: element, index)
            if level == 1, let title {
                findings.append(SiteHeadingOrder.secondTitle(at: origin, first: self.origin(of: title, index).span))
            } else if level > last + 1, last > 0 {
                findings.append(SiteHeadingOrder.skipped(from: last, to: level, at: origin))
            }
            if level == 1, title == nil { title = element }
            if level == 6 { findings.append(SiteHeadingOrder.tooDeep(at: origin)) }
            last = level
        }
        if title == nil {
            findings.append(SiteHeadingOrder.noTitle(at: chapter.document.origin(of: 0..<0)))
        }
    }

    // MARK: - Places

    /// The chapter that an element is of; for what a template makes, that of the page.
    func chapter(of element: HTMLPage.Element) -> Chapter? {
        element.source != nil && chapters.indices.contains(element.part) ? chapters[element.part] : chapter
    }

    /// Where the author wrote an element; for what a template makes, where the fragment begins, or the configuration.
    func origin(of element: HTMLPage.Element, _ index: SiteIndex) -> PositionMap.Origin {
        guard let chapter = chapter(of: element) else { return PositionMap(identity: index.fallback).origin(at: 0) }
        return chapter.document.origin(of: element.source ?? 0..<0)
    }

    private func destinationOrigin(of element: HTMLPage.Element, _ index: SiteIndex) -> PositionMap.Origin {
        guard let chapter = chapter(of: element), let link = link(of: element) else {
            return origin(of: element, index)
        }
        return chapter.document.origin(of: link.destinationRange)
    }

    private func writtenDestination(of element: HTMLPage.Element) -> String? { link(of: element)?.destination }

    private func isMarkdownImage(_ element: HTMLPage.Element) -> Bool { link(of: element)?.isImage ?? false }

    func link(of element: HTMLPage.Element) -> Link? {
        guard let chapter = chapter(of: element), let source = element.source else { return nil }
        let candidates = element.name == "img" ? chapter.document.images : chapter.document.links
        return candidates.first { $0.cursor.range == source }
    }

    private func fix(_ element: HTMLPage.Element, _ replacement: String) -> Diagnostic.Fix? {
        guard let chapter = chapter(of: element), let link = link(of: element) else { return nil }
        let span = chapter.document.origin(of: link.destinationRange).span
        return Diagnostic.Fix(
            title: "replace with `\(replacement)`", edits: [.init(span, replacement)], isSafe: false)
    }
}
