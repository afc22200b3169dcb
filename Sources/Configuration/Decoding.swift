import Diagnostics
import YAML

extension Configuration {
    /// Decodes a configuration without looking at any other file.
    public init?(_ file: SourceFile, into report: inout [Diagnostic]) {
        let stream = YAMLStream(file, into: &report)
        guard stream.isComplete, let root = stream.documents.first else { return nil }
        if stream.documents.count > 1 {
            report.append(
                YAMLWrongType.finding(
                    found: "a second document", expected: "one document",
                    help: "remove the line `---` and what follows it", at: stream.documents[1].origin))
        }
        guard let decoded = root.decode(.configuration(of: file), into: &report) else { return nil }
        self = decoded
    }
}

/// Where keys belong that authors look for in another place.
private let siteKeys = ["title", "tagline", "description", "language", "url", "repository", "edit", "footer"]
private let publicationKeys = ["source", "markdown", "navigation", "pages", "id", "path"]
private let topKeys = [
    "theme", "overrides", "output", "publications", "checks", "limits", "redirects", "search", "datasets", "series",
    "services", "checkers", "commands", "coverage", "evidence", "links",
]

private func places(_ groups: [(keys: [String], place: String)]) -> [String: String] {
    var places: [String: String] = [:]
    for group in groups {
        for key in group.keys where places[key] == nil { places[key] = group.place }
    }
    return places
}

extension YAMLType where Value == Configuration {
    static func configuration(of file: SourceFile) -> Self {
        let elsewhere = places([
            (siteKeys, "`site`"), (publicationKeys, "an element of `publications`"), (["todos"], "`checks`"),
            (["fragment"], "`limits`"),
        ])
        return .mapping("the configuration", elsewhere: elsewhere) { fields in
            let site = fields.required("site", as: .site)
            let theme = fields.optional("theme", as: .path)
            let overrides = fields.optional("overrides", as: .path)
            let output = fields.optional("output", as: .path) ?? Located("site", at: file.start)
            let publications = fields.required("publications", as: .list(of: .publication))
            let checks = fields.optional("checks", as: .checks)
            let limits = fields.optional("limits", as: .limits)
            let redirects = fields.optional("redirects", as: .pairs(of: .string))
            let search = fields.optional("search", as: .bool)
            var proofs = ProofSettings()
            proofs.datasets = fields.optional("datasets", as: .datasets)?.value ?? []
            proofs.series = fields.optional("series", as: .series)?.value ?? []
            proofs.services = fields.optional("services", as: .services)?.value ?? proofs.services
            proofs.checkers = fields.optional("checkers", as: .list(of: .programChecker))?.value.map(\.value) ?? []
            proofs.commands = fields.optional("commands", as: .list(of: .string))?.value ?? []
            proofs.coverage = fields.optional("coverage", as: .coverage)?.value
            proofs.evidence = fields.optional("evidence", as: .path)
            let links = fields.optional("links", as: .links)?.value ?? LinkSettings()
            if let publications, publications.value.isEmpty, fields.report.isEmpty {
                fields.report.append(
                    YAMLWrongType.finding(
                        found: "an empty list", expected: "at least one publication", at: publications.origin))
            }
            guard let site, let publications, !publications.value.isEmpty else { return nil }
            return Configuration(
                file: file, site: site.value, theme: theme, overrides: overrides, output: output,
                publications: publications.value.map(\.value),
                checks: checks?.value ?? Configuration.Checks(todoWords: [], todoAllowed: []),
                limits: limits?.value ?? .standard, search: search?.value ?? true,
                redirects: (redirects?.value ?? []).map { Configuration.Redirect(from: $0.key, to: $0.value) },
                proofs: proofs, links: links)
        }
    }
}

extension YAMLType where Value == SiteSettings {
    fileprivate static var site: Self {
        let elsewhere = places([(topKeys, "the top level"), (publicationKeys, "an element of `publications`")])
        return .mapping("`site`", elsewhere: elsewhere) { fields in
            let title = fields.required("title", as: .string)
            let tagline = fields.optional("tagline", as: .string)
            let description = fields.optional("description", as: .string)
            let language = fields.optional("language", as: .string)
            let url = fields.optional("url", as: .webAddress)
            let repository = fields.optional("repository", as: .webAddress)
            let edit = fields.optional("edit", as: .webAddress)
            let footer = fields.optional("footer", as: .string)
            guard let title else { return nil }
            return SiteSettings(
                title: title, tagline: tagline, description: description, language: language?.value ?? "en",
                url: url.map { address in address.map { $0.hasSuffix("/") ? $0 : $0 + "/" } }, repository: repository,
                edit: edit, footer: footer)
        }
    }
}

extension YAMLType where Value == Publication {
    fileprivate static var publication: Self {
        let elsewhere = places([
            (["pages"], "an element of `navigation`"), (topKeys, "the top level"), (siteKeys, "`site`"),
        ])
        return .mapping("a publication", elsewhere: elsewhere) { fields in
            let id = fields.required("id", as: .identifier)
            let title = fields.required("title", as: .string)
            let description = fields.optional("description", as: .string)
            let source = fields.required("source", as: .path)
            let markdown = fields.optional("markdown", as: .path)
            let path = fields.optional("path", as: .sitePath)
            let navigation = fields.required("navigation", as: .list(of: .group))
            let guide = fields.optional("guide", as: .bool)
            guard let id, let title, let source, let navigation else { return nil }
            return Publication(
                id: id, title: title, description: description, source: source, markdown: markdown, path: path ?? id,
                navigation: navigation.value.map(\.value), hasGuide: guide?.value ?? true)
        }
    }
}

extension YAMLType where Value == Publication.Group {
    fileprivate static var group: Self {
        let elsewhere = places([(publicationKeys, "the publication"), (topKeys, "the top level")])
        return .mapping("a navigation group", elsewhere: elsewhere) { fields in
            let title = fields.required("title", as: .string)
            let pages = fields.required("pages", as: .list(of: .page))
            guard let title, let pages else { return nil }
            return Publication.Group(title: title, pages: pages.value)
        }
    }
}

extension YAMLType where Value == Configuration.Checks {
    fileprivate static var checks: Self {
        let todos = YAMLType.mapping("`todos`", elsewhere: places([(topKeys, "the top level")])) { fields in
            let words = fields.optional("words", as: .list(of: .string))
            let allowed = fields.optional("allow", as: .list(of: .string))
            return Configuration.Checks(todoWords: words?.value ?? [], todoAllowed: allowed?.value ?? [])
        }
        let elsewhere = places([(["words", "allow"], "`todos`"), (topKeys, "the top level")])
        return .mapping("`checks`", elsewhere: elsewhere) { fields in
            fields.optional("todos", as: todos)?.value ?? Configuration.Checks(todoWords: [], todoAllowed: [])
        }
    }
}

extension YAMLType where Value == Configuration.Limits {
    fileprivate static var limits: Self {
        .mapping("`limits`", elsewhere: places([(topKeys, "the top level")])) { fields in
            let fragment = fields.optional("fragment", as: .byteCount)
            return Configuration.Limits(fragment: fragment?.value ?? Configuration.Limits.standard.fragment)
        }
    }
}

extension SourceFile {
    /// Where a setting with a default would stand.
    var start: PositionMap.Origin { PositionMap(identity: self).origin(at: 0) }
}
