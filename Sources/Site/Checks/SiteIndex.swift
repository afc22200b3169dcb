import Configuration
import Diagnostics

/// What pages may lead to.
struct SiteIndex: Sendable {
    /// The ids of each page, when the pages are read.
    private(set) var anchors: [SitePath: Set<String>] = [:]
    /// The fragment of each page that is made of one.
    let fragments: [SitePath: String]
    let files: Set<SitePath>
    private let sortedNames: OnDemand<[String]>
    /// The names of all files, for suggestions.
    var names: [String] { sortedNames.value }
    /// Where a finding is told that has no place in any fragment: the configuration.
    let fallback: SourceFile
    /// The address that the site is served at, with a slash at its end; empty where it is not known.
    let base: String
    /// How addresses begin that templates make of settings, and where those are.
    let settings: [(beginning: String, origin: PositionMap.Origin)]
    /// The addresses that templates hold themselves.
    let templates: TemplateAddresses

    /// - Parameter files: all of the site, which are known before its pages are made.
    init(_ project: Project, files: Set<SitePath>) {
        let configuration = project.configuration
        templates = TemplateAddresses(project.theme.templates)
        fragments = Dictionary(
            project.manuscript.chapters.map { ($0.path, $0.source) }, uniquingKeysWith: { first, _ in first })
        self.files = files
        sortedNames = OnDemand { files.map(\.text).sorted() }
        fallback = configuration.file
        base = configuration.site.url?.value ?? ""
        let edit = configuration.site.edit.map { setting in
            (String(setting.value.prefix { $0 != "{" }), setting.origin)
        }
        let repository = configuration.site.repository.map { ($0.value, $0.origin) }
        settings = [edit, repository].compactMap { $0 }
    }

    /// The same with the anchors of pages.
    func with(_ pages: [CheckedPage]) -> SiteIndex {
        var index = self
        index.anchors = Dictionary(pages.map { ($0.path, $0.ids) }, uniquingKeysWith: { first, _ in first })
        return index
    }

    /// Whether an address leads out of the site.
    func isExternal(_ address: String) -> Bool {
        (Manuscript.hasScheme(address) || address.hasPrefix("//")) && ownPath(of: address) == nil
    }

    /// What an address names in the site where it begins with the site's own; nil for all others.
    func ownPath(of address: String) -> Substring? {
        guard !base.isEmpty else { return nil }
        if address.hasPrefix(base) { return address.dropFirst(base.count) }
        // The folder itself, without its slash.
        let folder = base.dropLast()
        guard address.hasPrefix(folder) else { return nil }
        let rest = address.dropFirst(folder.count)
        return rest.isEmpty || rest.first == "#" || rest.first == "?" ? rest : nil
    }
}
