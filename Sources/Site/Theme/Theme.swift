import Configuration
import Diagnostics
import Mustache

/// The look of a site: templates, assets, and files that go to the site as they are.
///
/// A theme is a folder with `templates/*.mustache`, `assets/` and `static/`. A second folder of the same form may
/// replace single files of the first.
public struct Theme: Sendable {
    /// The templates that pages are made with.
    enum Template: String, CaseIterable {
        case page, guide, landing
        case notFound = "not-found"
        case redirect, sidebar
        case sidebarItem = "sidebar-item"

        /// The names that the template may use.
        func schema(_ assets: Assets) -> TemplateSchema {
            switch self {
            case .sidebar: .sidebar
            case .sidebarItem: .sidebarItem
            default: .page(assets: assets.addresses.keys)
            }
        }
    }

    /// The files of the templates, by name.
    let templates: [SourceFile]
    private let programs: [Template: TemplateProgram]
    /// Of all templates. What assets hold shows in their names.
    let key: ContentKey
    let assets: Assets
    /// Files that are copied as they are, by path in the site.
    let staticFiles: [String: [UInt8]]
    /// Whether a template names `search`: to a theme that does not, an index would be of no use.
    let hasSearch: Bool
    /// How findings name the folder.
    let shown: String
    /// The place in the configuration that names the theme.
    let setting: Span

    /// Reads a theme; nil where a finding keeps it from being used.
    /// - Parameters:
    ///   - sources: the theme's own first; each replaces single files of those before it.
    ///   - setting: the place in the configuration that names the theme.
    static func load(_ sources: [ThemeSource], setting: Span, into findings: inout [Diagnostic]) -> Theme? {
        var templates: [String: SourceFile] = [:]
        var assetFiles: [String: [UInt8]] = [:]
        var staticFiles: [String: [UInt8]] = [:]
        let before = findings.count
        for source in sources {
            for (file, bytes) in source.files(below: "templates", setting, &findings) where file.hasSuffix(".mustache")
            {
                let name = String(file.dropLast(".mustache".count))
                templates[name] = SourceFile(path: "\(source.shown)/templates/\(file)", bytes: bytes)
            }
            assetFiles.merge(source.files(below: "assets", setting, &findings)) { $1 }
            staticFiles.merge(source.files(below: "static", setting, &findings)) { $1 }
        }
        let shown = sources.first?.shown ?? Configuration.themeFolder
        for template in Template.allCases where templates[template.rawValue] == nil {
            findings.append(TemplateMissing.missing(template.rawValue, in: shown, at: setting))
        }
        check(templates, into: &findings)
        let assets = Assets(files: assetFiles)
        var visited = Set<String>()
        for template in Template.allCases {
            TemplateChecker(schema: template.schema(assets), templates: templates)
                .check(template.rawValue, visited: &visited, into: &findings)
        }
        guard findings.count == before else { return nil }
        return Theme(
            templates, assets: assets, staticFiles: staticFiles, shown: shown, setting: setting)
    }

    private init(
        _ templates: [String: SourceFile], assets: Assets, staticFiles: [String: [UInt8]], shown: String, setting: Span
    ) {
        let sources = templates.mapValues(\.bytes)
        self.templates = templates.sorted { $0.key < $1.key }.map(\.value)
        self.assets = assets
        self.staticFiles = staticFiles
        self.shown = shown
        self.setting = setting
        hasSearch = sources.values.contains { bytes in
            TemplateTag.tags(in: bytes).contains { bytes[$0.range].starts(with: "search".utf8) }
        }
        var key = KeyBuilder("theme")
        for (name, bytes) in sources.sorted(by: { $0.key < $1.key }) {
            key.add(name)
            key.add(bytes)
        }
        self.key = key.finish()
        programs = Dictionary(
            Template.allCases.map { ($0, TemplateProgram($0.rawValue, of: sources)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Renders a template. Names in it were checked when the theme was read.
    func render(_ template: Template, _ context: TemplateContext) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(16_384)
        programs[template]?.write(context, into: &output)
        return output
    }

    /// Lets Mustache's own parser say what is wrong with a template. Pages are made by `TemplateProgram`, which reads
    /// what passes here.
    private static func check(_ templates: [String: SourceFile], into findings: inout [Diagnostic]) {
        for (_, file) in templates.sorted(by: { $0.key < $1.key }) {
            do {
                _ = try MustacheTemplate(string: String(decoding: file.bytes, as: UTF8.self))
                findings += TemplateTag.foreign(in: file.bytes).map { TemplateSyntax.foreign(at: file.span($0)) }
            } catch let error as MustacheTemplate.ParserError {
                findings.append(TemplateSyntax.unreadable(reason(error.error), at: span(of: error.context, in: file)))
            } catch {
                findings.append(TemplateSyntax.unreadable("\(error)", at: file.wholeSpan))
            }
        }
    }

    private static func span(of context: MustacheParserContext, in file: SourceFile) -> Span {
        let index = min(max(context.lineNumber - 1, 0), file.lineStarts.count - 1)
        return file.span(file.lineRange(index))
    }

    private static func reason(_ error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "a section is closed by another name than it was opened with"
        case .unfinishedName: "a tag has no end"
        case .expectedSectionEnd: "a section is not closed"
        case .invalidSetDelimiter: "the delimiters are set in a wrong way"
        case .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection, .textInsideInheritSection:
            "a block holds what it can't hold"
        case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "an unknown pragma"
        // The parser's own error for an end in the midst of a tag.
        case nil: "\(error)" == "overflow" ? "a tag has no end" : "\(error)"
        }
    }
}
