import Diagnostics
import Markup
import Proofs
import Site

/// The site in memory: the sources as they were read last, and the files that were asked for.
///
/// Nothing is made before it is asked for, and nothing is written. Where the sources can't become a site, the last one
/// that they became is served on.
actor PreviewSite {
    private let sources: Preview.Sources
    private var reader: ProjectReader
    /// What pages are made with.
    private(set) var press: Press?
    private var files: [SitePath: ServedFile] = [:]
    /// Files of earlier states whose names tell their content: open pages may ask for them yet.
    private var earlierFiles: [SitePath: ServedFile] = [:]
    private static let earlierBytes = 64 << 20
    /// Counts the states of the site, so that what was made of an older one is not kept.
    private(set) var revision = 0
    /// The same for what is known of a page's examples.
    private var pageStates: [SitePath: Int] = [:]
    /// What is wrong with the sources as they are now.
    private(set) var findings: [Diagnostic] = []
    private var addressFindings: [Diagnostic] = []
    /// What the checks found in pages that are open, as they are now.
    private var remarks: [SitePath: [Diagnostic]] = [:]
    private(set) var isRead = false
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private(set) var proofs = ProofBoard()

    init(_ sources: Preview.Sources) {
        self.sources = sources
        reader = sources.reader
    }

    var project: Project? { reader.project }
    var watched: (folders: Set<String>, files: Set<String>) { (reader.folders, reader.files) }

    // MARK: - Reading

    /// Reads what changed; all of it at first, and where the empty path is among the changes.
    func read(changed: Set<String> = [""]) async throws(Project.Failure) {
        // One reading follows another, in the order of the changes.
        var next = reader
        try await next.read(changed: changed, today: sources.today())
        reader = next
        var found = next.findings
        if let project = next.project {
            var own: [Diagnostic] = []
            // Looking at all addresses takes time on large sites; what a changed text may do to them waits for a build.
            let isWhole = changed.contains("") || changed.contains { reader.isConfiguration($0) }
            press = Press(project, version: sources.version, checksAddresses: isWhole, into: &own)
            if isWhole { addressFindings = own }
            found = sources.settle(
                found + (isWhole ? own : own + addressFindings.filter { !own.contains($0) }), project)
        }
        findings = Report(findings: found, version: sources.version).findings
        revision += 1
        let kept = files.filter(\.value.isImmutable)
        let isRoomy =
            kept.values.reduce(0) { $0 + $1.bytes.count } + earlierFiles.values.reduce(0) { $0 + $1.bytes.count }
            <= Self.earlierBytes
        earlierFiles = isRoomy ? earlierFiles.merging(kept) { $1 } : kept
        files = [:]
        remarks = [:]
        isRead = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    /// Whether any of these paths is a file that the site depends on.
    func concerns(_ changes: FolderWatch.Changes) -> Bool {
        if changes.isUnbounded || project == nil { return true }
        let (folders, files) = watched
        return changes.paths.contains { path in
            // Editors leave files beside the author's for a moment.
            let name = path.split(separator: "/").last ?? ""
            let isLeft = name.hasPrefix(".") || name.hasSuffix("~")
            return files.contains(path) || !isLeft && folders.contains { path.hasPrefix($0 + "/") }
        }
    }

    /// Waits until the sources were read once.
    func waitUntilRead() async {
        guard !isRead else { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    // MARK: - Files

    /// The file at a path, made now unless it was; nil where the site has none.
    func file(at path: SitePath) async -> ServedFile? {
        if let file = files[path] { return file }
        guard let press else { return nil }
        let (made, additions) = ((revision, pageStates[path]), proofs.additions(to: press))
        let outputs = await Task.detached {
            await press.outputs(at: path, additions: additions).map { output in
                (output.path, ServedFile(output.bytes, at: output.path.text, isImmutable: press.isAsset(output.path)))
            }
        }.value
        if made == (revision, pageStates[path]) { files.merge(outputs) { $1 } }
        return outputs.first { $0.0 == path }?.1 ?? earlierFiles[path]
    }

    /// Whether the site has a page at a path.
    func hasPage(at path: SitePath) async -> Bool { await file(at: path) != nil }

    // MARK: - Findings

    func remarks(on page: SitePath) -> [Diagnostic] { remarks[page] ?? [] }

    /// Takes in what the checks of a page found, unless the sources are others by now.
    func note(_ found: [Diagnostic], on page: SitePath, revision: Int) {
        guard revision == self.revision, let project else { return }
        remarks[page] = Report(findings: sources.settle(found, project), version: sources.version).findings
    }

    /// Takes in what the proving of a page's examples found, beside what the checks did.
    func add(_ found: [Diagnostic], on page: SitePath) {
        guard let project else { return }
        let all = (remarks[page] ?? []) + sources.settle(found, project)
        remarks[page] = Report(findings: all, version: sources.version).findings
    }

    /// Takes in what is known of examples of a page.
    func note(_ page: SitePath, _ body: @Sendable (inout ProofBoard) -> Void) {
        body(&proofs)
        files[page] = nil
        pageStates[page, default: 0] += 1
    }
}
