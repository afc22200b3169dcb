import Configuration
import Diagnostics

/// Two outputs with one address would overwrite each other.
extension Press {
    /// An address, and where it is told that it is taken. A place is asked for only where addresses meet: to tell it,
    /// chapters have to be read.
    private typealias Address = (path: SitePath, span: () -> Span)

    func checkAddresses(into findings: inout [Diagnostic]) {
        let (pages, fixed, assets, linked) = (pageAddresses, staticAddresses, assetAddresses, linkedAddresses)
        let all = pages + fixed + assets + linked
        let paths = Set(all.lazy.map(\.path.text))
        // Most sites are done here. Pages have twins, which nothing else may be named like.
        if paths.count == all.count, !paths.contains(where: { $0.hasSuffix(".md") }) { return }
        var taken: [SitePath: () -> Span] = [:]
        func take(_ address: Address) {
            if let first = taken.updateValue(address.span, forKey: address.path) {
                taken[address.path] = first
                findings.append(SiteAddressTaken.taken(address.path.text, at: address.span(), by: first()))
            }
        }
        for page in pages { take(page) }
        // Where pages are in each other's place, so are their twins: that need not be told twice.
        for (path, span) in taken where path.text.hasSuffix(".html") { taken[path.with(ending: ".md")] = span }
        for file in fixed { take(file) }
        for asset in assets { taken[asset.path] = asset.span }
        for file in linked { take(file) }
    }

    private var pageAddresses: [Address] {
        let configuration = project.configuration
        let own = { configuration.file.span(0..<0) }
        var addresses: [Address] = [
            "404.html", "robots.txt", "llms.txt", "sitemap.xml", "feed.xml", OutputFolder.manifestName,
        ].map { (SitePath($0), own) }
        if project.evidence != nil { addresses.append((ProofPage.path, own)) }
        if frame.hasSearch { addresses.append((SearchIndex.path, own)) }
        if base != nil { addresses.append((SocialCard.path, own)) }
        if project.linkLedger != nil { addresses.append((LinksPage.path, own)) }
        for (index, publication) in configuration.publications.enumerated() {
            let span = { publication.path.span }
            if let guide = manuscript.guide(of: index) { addresses.append((guide, span)) }
            addresses.append((SitePath(manuscript.folder(of: index) + "index.html"), span))
        }
        if !addresses.contains(where: { $0.path == "index.html" }) { addresses.append(("index.html", own)) }
        addresses += manuscript.chapters.map { chapter in (chapter.path, { chapter.start }) }
        return addresses
            + redirects.pages.values.sorted { $0.path < $1.path }.map { page in (page.path, { page.setting }) }
    }

    private var staticAddresses: [Address] {
        let theme = project.theme
        return theme.staticFiles.sorted { $0.key < $1.key }.map { path, bytes in
            (SitePath(path), { SourceFile(path: "\(theme.shown)/static/\(path)", bytes: bytes).span(0..<0) })
        }
    }

    /// Named by their content: what has such a name is the same file.
    private var assetAddresses: [Address] {
        let theme = project.theme
        return theme.assets.byPath.values.map { (SitePath($0.output), { theme.setting }) }
    }

    private var linkedAddresses: [Address] {
        attachments.map { [manuscript] file in (file.path, { manuscript.span(of: file) }) }
    }
}
