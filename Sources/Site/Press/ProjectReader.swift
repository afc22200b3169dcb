import Configuration
import Diagnostics
import Markup

/// Reads a project again and again as its files change, and each time only what the changes are about.
///
/// Of a part that can't be read any more the last good state stays, beside the findings that say why: a writer in the
/// midst of a sentence goes on seeing the page.
public struct ProjectReader: Sendable {
    /// The project as it was read last; nil until a first reading left something to show.
    public private(set) var project: Project?

    private let root: String
    private let configurationPath: String
    private let width: Int
    /// The last one that could be read, also where nothing else could.
    private var configuration: Configuration?
    private var configurationFindings: [Diagnostic] = []
    private var themeFindings: [Diagnostic] = []
    private var evidenceFindings: [Diagnostic] = []
    private var ledgerFindings: [Diagnostic] = []
    /// The pages by the path of their fragment, for each publication.
    private var pages: [[String: KeptPage]] = []
    /// The files that readings of pages looked at, so far.
    private var dependencies: Set<String> = []

    /// A page with what its last reading came to.
    private struct KeptPage: Sendable {
        /// The last chapter that was sound, or the first that was not, with the findings of the last reading.
        var reading: Manuscript.Reading
        /// The files that the last reading looked at.
        var dependencies: Set<String>
    }

    /// - Parameter configurationPath: relative to `root`, the project's folder.
    public init(root: String, configurationPath: String, width: Int) {
        self.root = root
        self.configurationPath = configurationPath
        self.width = width
    }

    /// What was found in the sources by the last reading of each.
    public var findings: [Diagnostic] {
        configurationFindings + themeFindings + pages.flatMap { $0.values.flatMap(\.reading.findings) }
            + evidenceFindings + ledgerFindings
    }

    /// Folders of which everything counts, with all that is below them.
    public var folders: Set<String> {
        guard let configuration else { return [] }
        return Set(configuration.publications.map(\.source.value) + Self.looks(configuration))
    }

    /// The folders of the theme. Where none is named, the one that would be taken if it came.
    private static func looks(_ configuration: Configuration) -> [String] {
        [configuration.theme?.value ?? Configuration.themeFolder] + (configuration.overrides.map { [$0.value] } ?? [])
    }

    /// Files that count besides: the configuration, what fragments include, what examples run on.
    public var files: Set<String> {
        var files = dependencies.union([configurationPath])
        guard let proofs = project?.configuration.proofs else { return files }
        files.formUnion(proofs.datasets.flatMap { $0.files.map(\.value) } + proofs.series.map(\.file.value))
        files.formUnion(proofs.services.postgresFiles.map(\.value))
        let ledger = project?.configuration.links.ledger
        files.formUnion([proofs.evidence, proofs.services.nginxConfiguration, ledger].compactMap { $0?.value })
        return files
    }

    /// Whether a path is that of the configuration.
    public func isConfiguration(_ path: String) -> Bool { path == configurationPath }

    /// Reads all.
    /// - Parameter today: what uncommitted changes are dated with.
    public mutating func readAll(today: GitHistory.Day) async throws(Project.Failure) {
        guard let files = ProjectFiles(root: root) else { throw .noFolder(root) }
        let earlier = project
        guard let configuration = readConfiguration(from: files) else { return }
        guard let theme = readTheme(configuration, files) ?? earlier?.theme else { return }
        let manuscript = await readPages(configuration, files, isCurrent: { _ in false })
        let history = GitHistory(
            project: files.root, folders: configuration.publications.map(\.source.value), today: today,
            memory: HistoryMemory.file(root: files.root))
        project = Project(
            files: files, configuration: configuration, manuscript: manuscript, theme: theme, history: history,
            evidence: readEvidence(configuration, files), linkLedger: readLinkLedger(configuration, files), width: width
        )
    }

    /// Reads what changed, and what depends on it.
    /// - Parameters:
    ///   - changed: paths of files that were written, came or went; the empty path stands for all.
    ///   - today: the day of the change.
    public mutating func read(changed: Set<String>, today: GitHistory.Day) async throws(Project.Failure) {
        guard let project, !changed.contains("") else { return try await readAll(today: today) }
        let files = project.files
        files.forget(changed)
        let isStructural = changed.contains { path in
            path == configurationPath || path.hasSuffix(".md") && isPage(path) != files.isFile(path)
        }
        let configuration =
            isStructural ? readConfiguration(from: files) ?? project.configuration : project.configuration
        var theme = project.theme
        let looks = Self.looks(configuration)
        if isStructural
            || changed.contains(where: { path in looks.contains { path == $0 || path.hasPrefix($0 + "/") } })
        {
            theme = readTheme(configuration, files) ?? theme
        }
        let manuscript = await readPages(configuration, files, isCurrent: { $0.isDisjoint(with: changed) })
        var evidence = project.evidence
        if isStructural || configuration.proofs.evidence.map({ changed.contains($0.value) }) ?? false {
            evidence = readEvidence(configuration, files)
        }
        var linkLedger = project.linkLedger
        if isStructural || configuration.links.ledger.map({ changed.contains($0.value) }) ?? false {
            linkLedger = readLinkLedger(configuration, files)
        }
        self.project = Project(
            files: files, configuration: configuration, manuscript: manuscript, theme: theme,
            history: project.history.changing(changed, on: today), evidence: evidence, linkLedger: linkLedger,
            width: width)
    }

    private func isPage(_ path: String) -> Bool { pages.contains { $0[path] != nil } }

    private mutating func readConfiguration(from files: ProjectFiles) -> Configuration? {
        configurationFindings = []
        let read = Configuration.load(configurationPath, from: files, into: &configurationFindings)
        guard let read, !configurationFindings.contains(where: { $0.severity == .error }) else { return nil }
        configuration = read
        return read
    }

    private mutating func readTheme(_ configuration: Configuration, _ files: ProjectFiles) -> Theme? {
        themeFindings = []
        return Project.readTheme(configuration, files, into: &themeFindings)
    }

    private mutating func readEvidence(_ configuration: Configuration, _ files: ProjectFiles) -> EvidenceLedger? {
        evidenceFindings = []
        return Project.readEvidence(configuration, files, into: &evidenceFindings)
    }

    private mutating func readLinkLedger(_ configuration: Configuration, _ files: ProjectFiles) -> LinkLedger? {
        ledgerFindings = []
        return Project.readLinkLedger(configuration, files, into: &ledgerFindings)
    }

    /// - Parameter isCurrent: whether the files that a page was read from are what they were.
    private mutating func readPages(
        _ configuration: Configuration, _ files: ProjectFiles, isCurrent: @Sendable @escaping (Set<String>) -> Bool
    ) async -> Manuscript {
        let earlier = pages
        let readings = await Manuscript.readings(configuration, from: files, width: width) { listing in
            let publication = listing.place.publication
            guard earlier.indices.contains(publication), let page = earlier[publication][listing.source],
                isCurrent(page.dependencies)
            else { return nil }
            return listing.taking(page.reading)
        }
        var sources = configuration.publications.enumerated().flatMap { index, publication in
            publication.pages.map { (publication: index, source: publication.path(of: $0.value)) }
        }[...]
        pages = Array(repeating: [:], count: configuration.publications.count)
        var chapters: [Chapter] = []
        for reading in readings {
            guard let (publication, source) = sources.popFirst() else { break }
            let before = earlier.indices.contains(publication) ? earlier[publication][source] : nil
            let kept = Self.kept(reading, of: source, after: before)
            pages[publication][source] = kept
            if !reading.isKnown { dependencies.formUnion(kept.dependencies) }
            if let chapter = kept.reading.chapter { chapters.append(chapter) }
        }
        return Manuscript(configuration: configuration, files: files, chapters: chapters)
    }

    private static func kept(_ reading: Manuscript.Reading, of source: String, after before: KeptPage?) -> KeptPage {
        if let before, reading.isKnown { return KeptPage(reading: reading, dependencies: before.dependencies) }
        let dependencies = Set((reading.chapter?.facts.dependencies ?? []) + [source])
        let isSound = reading.chapter != nil && !reading.findings.contains { $0.severity == .error }
        guard !isSound, let last = before?.reading.chapter else {
            return KeptPage(reading: reading, dependencies: dependencies)
        }
        return KeptPage(
            reading: .init(chapter: last, findings: reading.findings),
            dependencies: dependencies.union(before?.dependencies ?? []))
    }
}
