import Diagnostics
import Glibc
import Site

/// A preview of a site: a server on this machine whose pages follow the sources.
///
/// Sources are read when they change, pages are made when they are asked for, and each open page is told of what is new
/// by an event stream. Examples are proven in the background.
public final class Preview: Sendable {
    public struct Options: Sendable {
        /// The address to listen on.
        public var address = "127.0.0.1"
        /// The ports to try, in this order.
        public var ports: [UInt16] = Array(4000...4019)
        /// The address that opens a file in an editor, with `{path}`, `{line}` and `{column}`.
        public var editor = "vscode://file{path}:{line}:{column}"

        public init() {}
    }

    /// Why there is no preview.
    public enum Failure: Error, Sendable {
        case noAddress
        case portsTaken
    }

    /// What the preview tells the one who started it.
    public enum Message: Sendable {
        /// The sources were read: how long it took, and what was found in them.
        case read(Duration, [Diagnostic])
        case unwatched(String)
        case project(Project.Failure)
    }

    private let site: PreviewSite
    private let hub = EventHub()
    private let server: PreviewServer
    private let findings: FindingJSON
    private let examination: PageExamination
    private let tell: @Sendable (Message) -> Void
    /// The address of the site's first page.
    public let url: String

    /// Listens, and answers from then on; `run` reads the sources.
    /// - Parameters:
    ///   - root: the project's folder, as an absolute path.
    ///   - proving: how examples are proven; nil proves none.
    public static func start(
        _ sources: Sources, root: String, options: Options, proving: Proving?,
        tell: @escaping @Sendable (Message) -> Void
    ) async throws(Failure) -> Preview {
        do throws(PreviewServer.Failure) {
            return try await Preview(PreviewSite(sources), root: root, options: options, proving: proving, tell: tell)
        } catch {
            throw error == .noAddress ? .noAddress : .portsTaken
        }
    }

    private init(
        _ site: PreviewSite, root: String, options: Options, proving: Proving?,
        tell: @escaping @Sendable (Message) -> Void
    ) async throws(PreviewServer.Failure) {
        self.site = site
        self.tell = tell
        let (hub, findings) = (hub, FindingJSON(root: root, editor: options.editor))
        self.findings = findings
        let examination = PageExamination(site: site, proving: proving) { page in
            hub.send(await Self.event(for: page, site, findings), to: page)
        }
        self.examination = examination
        let responder = Responder(
            site: site, hub: hub, trials: TrialDesk(site: site), callers: CallerCheck(address: options.address),
            greeting: { await Self.event(for: $0, site, findings) },
            opened: { page in await examination.look(at: [page] + hub.pages.filter { $0 != page }) })
        server = try await PreviewServer.start(address: options.address, ports: options.ports) {
            await responder.respond(to: $0)
        }
        let host = options.address.contains(":") ? "[\(options.address)]" : options.address
        url = "http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(server.port)/"
    }

    /// Reads the sources, and again whenever they change, until `stop`.
    public func run() async {
        let beating = Task { [hub] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(5))
                hub.beat()
            }
        }
        let following = Task { await follow() }
        await server.wait()
        following.cancel()
        beating.cancel()
        await examination.stop()
    }

    public func stop() async {
        hub.close()
        await server.stop()
    }

    private func follow() async {
        let start = time(nil)
        await read([""])
        let watch: FolderWatch
        do throws(FolderWatch.Unavailable) {
            watch = try FolderWatch(root: findings.root)
        } catch {
            return tell(.unwatched(error.reason))
        }
        var known = await extend(watch, beyond: nil)
        // What changed between the first reading and the first watch went unseen.
        let missed = await changed(since: start)
        if !missed.isEmpty { await read(missed) }
        for await changes in watch.changes {
            guard !Task.isCancelled else { break }
            guard await site.concerns(changes) else { continue }
            await read(changes.isUnbounded ? [""] : changes.paths)
            known = await extend(watch, beyond: changes.isUnbounded ? nil : known)
        }
    }

    /// Watches what the sources depend on since they were read last.
    /// - Parameter known: what was watched before; nil to look at all.
    /// - Returns: what is watched now.
    private func extend(_ watch: FolderWatch, beyond known: Watched?) async -> Watched {
        let (folders, files) = await site.watched
        let now = Watched(folders: folders, fileCount: files.count)
        guard now != known else { return now }
        let parents = Set(files.map(ProjectFiles.folder)).union(folders.map(ProjectFiles.folder)).union([""])
        if let reason = watch.watch(folders: folders, parents: parents) { tell(.unwatched(reason)) }
        return now
    }

    /// What is watched; files only become more.
    private struct Watched: Equatable {
        var folders: Set<String>
        var fileCount: Int
    }

    /// The files of the sources that were written since a moment, in seconds since 1970, or in the second before it.
    private func changed(since start: time_t) async -> Set<String> {
        let (root, files) = (findings.root, await site.watched.files)
        return files.filter { path in
            var status = stat()
            return stat("\(root)/\(path)", &status) == 0 && status.st_mtim.tv_sec >= start - 1
        }
    }

    private func read(_ changed: Set<String>) async {
        let start = ContinuousClock.now
        do throws(Project.Failure) {
            try await site.read(changed: changed)
        } catch {
            return tell(.project(error))
        }
        let took = ContinuousClock.now - start
        let pages = hub.pages
        for page in pages { hub.send(await Self.event(for: page, site, findings), to: page) }
        tell(.read(took, await site.findings))
        if !pages.isEmpty { await examination.look(at: pages) }
    }

    /// What an open page is told: what is wrong with the sources, and with the page.
    private static func event(for page: SitePath, _ site: PreviewSite, _ json: FindingJSON) async -> String {
        let (findings, remarks, isRead) = (await site.findings, await site.remarks(on: page), await site.isRead)
        let shown = { (list: [Diagnostic]) in JSONValue.array(list.prefix(50).map(json.value)) }
        return JSONValue.members([
            "read": .bool(isRead),
            "errors": shown(findings.filter { $0.severity == .error }),
            "remarks": shown(findings.filter { $0.severity != .error } + remarks),
        ]).text(pretty: false)
    }
}

extension Preview {
    /// The sources of a preview.
    public struct Sources: Sendable {
        var reader: ProjectReader
        var version: String
        var today: @Sendable () -> GitHistory.Day
        var settle: @Sendable ([Diagnostic], Project) -> [Diagnostic]

        /// - Parameters:
        ///   - version: of Galley, as pages name it.
        ///   - today: the day that changes are dated with.
        ///   - settle: takes away the findings that authors suppressed.
        public init(
            reader: ProjectReader, version: String, today: @escaping @Sendable () -> GitHistory.Day,
            settle: @escaping @Sendable ([Diagnostic], Project) -> [Diagnostic]
        ) {
            self.reader = reader
            self.version = version
            self.today = today
            self.settle = settle
        }
    }
}
