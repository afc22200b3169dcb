import Configuration
import Diagnostics
import Markup

/// A site's sources as they were read: configuration, fragments, theme, history.
public struct Project: Sendable {
    public let files: ProjectFiles
    public let configuration: Configuration
    public let manuscript: Manuscript
    let theme: Theme
    public let history: GitHistory
    /// What has been proven of the examples; nil where the configuration names no file for it, or it is at fault.
    public let evidence: EvidenceLedger?
    /// When addresses outside the site were last good; nil where the configuration names no file for it, or there is none.
    public let linkLedger: LinkLedger?
    /// How many tasks run at a time.
    let width: Int
    /// How long the stages took.
    public internal(set) var timings = Timings()
    /// What the last build knew, and where that is kept; nil where nothing is to be remembered.
    var memory: BuildMemory?
    var memoryFile: BuildMemoryFile?
    /// What decides how all files are read.
    var circumstances = KeyBuilder("none").finish()
    /// When the reading began.
    var began: UInt64 = 0

    /// Where builds keep what they remember, beside what has been proven.
    static let memoryFolder = ".galley-cache"

    /// Why a project can't be used.
    public enum Failure: Error, Sendable {
        /// The configuration is at fault; the findings say how.
        case configuration
        /// The folder that should hold the project can't be opened.
        case noFolder(String)
    }

    /// Reads all sources. Faults of fragments are findings; a fault of the configuration or of the theme leaves nothing
    /// to build.
    /// - Parameters:
    ///   - root: the project's folder.
    ///   - configurationPath: relative to it.
    ///   - today: as `2026-01-31`; what uncommitted changes are dated with.
    ///   - remembers: whether to begin with what the last build knew, and to keep what the next one needs.
    ///   - keepsTexts: whether parsed texts stay in memory. Without, each is parsed again for each step that reads it, and
    ///     memory does not grow with them.
    public static func read(
        root: String, configurationPath: String, width: Int, today: GitHistory.Day,
        remembers: Bool = false, keepsTexts: Bool = true, into findings: inout [Diagnostic]
    ) async throws(Failure) -> Project {
        let began = FileStamp.now
        let timings = Timings()
        guard let files = ProjectFiles(root: root) else { throw .noFolder(root) }
        let before = findings.count
        let memoryFile = remembers ? BuildMemoryFile(path: "\(files.root)/\(memoryFolder)/build") : nil
        async let remembered = timings.measure(.recall) { memoryFile?.read() }
        let loaded = timings.measure(.configuration) {
            Configuration.load(configurationPath, from: files, into: &findings)
        }
        guard let configuration = loaded else {
            throw .configuration
        }
        guard !findings[before...].contains(where: { $0.severity == .error }) else { throw .configuration }
        let look = timings.measure(.theme) { readTheme(configuration, files, into: &findings) }
        guard let theme = look else { throw .configuration }
        let circumstances = circumstances(configuration, configurationPath)
        let recalled = await remembered
        let memory = recalled?.circumstances == circumstances ? recalled : nil
        let sources = configuration.publications.map(\.source.value)
        // Git is another program, so that all cores but its own are ours.
        async let history = timings.measure(.history) {
            GitHistory(
                project: files.root, folders: sources, today: today,
                memory: remembers ? HistoryMemory.file(root: files.root) : nil)
        }
        let manuscript = await Manuscript.read(
            configuration, from: files, width: width, memory: memory,
            recent: keepsTexts ? nil : RecentTexts(count: max(64, 4 * width)), timings: timings, into: &findings)
        return await Project(
            files: files, configuration: configuration, manuscript: manuscript, theme: theme, history: history,
            evidence: readEvidence(configuration, files, into: &findings),
            linkLedger: readLinkLedger(configuration, files, into: &findings), width: width, timings: timings,
            memory: memory, memoryFile: memoryFile, circumstances: circumstances, began: began)
    }

    /// Another program may make other files of the same sources, and another output folder holds other files.
    private static func circumstances(_ configuration: Configuration, _ path: String) -> ContentKey {
        var key = KeyBuilder("circumstances")
        if let program = FileStamp.source("/proc/self/exe") {
            key.add(Int(truncatingIfNeeded: program.size))
            key.add(Int(truncatingIfNeeded: program.modified))
            key.add(Int(truncatingIfNeeded: program.inode))
        }
        key.add(path)
        key.add(configuration.output.value)
        key.add(configuration.limits.fragment)
        return key.finish()
    }

    static func readTheme(
        _ configuration: Configuration, _ files: ProjectFiles, into findings: inout [Diagnostic]
    ) -> Theme? {
        let folder = configuration.theme(in: files)
        var looks: [ThemeSource] = [
            folder.map { .folder("\(files.root)/\($0.value)", shown: $0.value) } ?? .builtIn
        ]
        if let overrides = configuration.overrides?.value {
            looks.append(.folder("\(files.root)/\(overrides)", shown: overrides))
        }
        return Theme.load(looks, setting: (folder?.origin ?? configuration.start).span, into: &findings)
    }

    /// Before the first record there is no file, and nothing is known.
    static func readEvidence(
        _ configuration: Configuration, _ files: ProjectFiles, into findings: inout [Diagnostic]
    ) -> EvidenceLedger? {
        guard let setting = configuration.proofs.evidence else { return nil }
        switch files.file(setting.value, limit: 50_000_000) {
        case .success(let file): return EvidenceLedger(file, into: &findings)
        case .failure(.missing): return EvidenceLedger([])
        case .failure(let failure):
            findings.append(EvidenceMalformed.unreadable(setting.value, failure, at: setting.span))
            return nil
        }
    }

    static func readLinkLedger(
        _ configuration: Configuration, _ files: ProjectFiles, into findings: inout [Diagnostic]
    ) -> LinkLedger? {
        guard let setting = configuration.links.ledger else { return nil }
        switch files.file(setting.value, limit: 50_000_000) {
        case .success(let file): return LinkLedger(file, into: &findings)
        case .failure(.missing): return nil
        case .failure(let failure):
            findings.append(LinkLedgerMalformed.unreadable(setting.value, failure, at: setting.span))
            return nil
        }
    }
}
