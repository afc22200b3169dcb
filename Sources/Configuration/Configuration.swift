import Diagnostics
import YAML

/// What `galley.yml` says. Every value keeps its place, so that later findings can point at the setting.
///
/// Paths are relative to the project's folder, without `.` and `..`.
public struct Configuration: Sendable {
    public let file: SourceFile
    public let site: SiteSettings
    /// The folder of the theme; nil where the configuration names none.
    public let theme: Located<String>?
    /// A folder whose templates and assets replace single ones of the theme.
    public let overrides: Located<String>?
    /// The folder that the HTML site is written to.
    public let output: Located<String>
    public let publications: [Publication]
    public let checks: Checks
    public let limits: Limits
    /// Whether readers can search the site.
    public let search: Bool
    public let redirects: [Redirect]
    public let proofs: ProofSettings
    public let links: LinkSettings

    /// An old address that leads to a page.
    public struct Redirect: Sendable {
        /// A path in the site, without a slash at its start: `old.html`, `old.html#anchor`.
        public let from: Located<String>
        /// A fragment as `<publication>/<page>` or, when it is in one publication only, `<page>`; an anchor may follow.
        public let to: Located<String>
    }

    public struct Checks: Sendable {
        /// Words that are placeholders besides the known ones.
        public let todoWords: [Located<String>]
        /// Phrases in which such a word is no placeholder.
        public let todoAllowed: [Located<String>]
    }

    public struct Limits: Sendable {
        /// The largest fragment, includes expanded, in bytes.
        public let fragment: Int
        public static let standard = Limits(fragment: 20_000_000)
    }
}

/// What the whole site shares.
public struct SiteSettings: Sendable {
    public let title: Located<String>
    public let tagline: Located<String>?
    public let description: Located<String>?
    /// A language tag (BCP 47): `en`.
    public let language: String
    /// The address that the site is served at, with a slash at its end; nil where it is not known.
    public let url: Located<String>?
    public let repository: Located<String>?
    /// The address at which a page is edited, with `{path}` for the path of its fragment.
    public let edit: Located<String>?
    public let footer: Located<String>?
}

/// An ordered collection of fragments that becomes one guide.
public struct Publication: Sendable {
    public let id: Located<String>
    public let title: Located<String>
    public let description: Located<String>?
    /// The folder of the fragments.
    public let source: Located<String>
    /// The file that the composed guide is written to.
    public let markdown: Located<String>?
    /// The folder in the site, without slashes at its ends; empty for the root.
    public let path: Located<String>
    public let navigation: [Group]
    /// Whether the site shows the whole publication on one page, and offers it as one Markdown file.
    public let hasGuide: Bool

    public struct Group: Sendable {
        public let title: Located<String>
        /// Paths of fragments, relative to `source`.
        public let pages: [Located<String>]
    }

    /// All pages in reading order.
    public var pages: [Located<String>] { navigation.flatMap(\.pages) }

    /// The path of a page's fragment in the project.
    public func path(of page: String) -> String { ProjectFiles.join(source.value, page) ?? page }
}

extension Configuration {
    /// The folder of a theme that need not be named.
    public static let themeFolder = "theme"

    /// The folder that the site takes its theme from: the one that is named, else `theme` where there is one. Nil for the
    /// theme that Galley brings.
    public func theme(in files: ProjectFiles) -> Located<String>? {
        theme ?? (files.isFolder(Self.themeFolder) ? Located(Self.themeFolder, at: start) : nil)
    }

    /// Where a setting with a default would stand.
    public var start: PositionMap.Origin { file.start }

    /// Reads a configuration and checks it against the project's files.
    ///
    /// Nil where a needed part is missing or is not what it should be; `report` then says which. Faults that leave a
    /// usable configuration (a page that no navigation lists) are reported as well, and the caller decides by their
    /// severity whether to go on.
    public static func load(
        _ path: String = "galley.yml", from files: ProjectFiles, into report: inout [Diagnostic]
    ) -> Configuration? {
        switch files.file(path, limit: 1_000_000) {
        case .failure(let failure):
            report.append(UnreadableConfiguration.finding(failure, path: path, in: files))
            return nil
        case .success(let file):
            let found = report.count
            guard let configuration = Configuration(file, into: &report) else {
                if report.count == found { report.append(UnreadableConfiguration.empty(file)) }
                return nil
            }
            configuration.check(against: files, into: &report)
            return configuration
        }
    }
}
