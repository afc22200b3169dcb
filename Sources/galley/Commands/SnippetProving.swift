import ArgumentParser
import Checkers
import Diagnostics
import Glibc
import Proofs
import Site

/// What all commands that prove snippets take.
struct ProvingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Prove one part of the snippets: of 5 machines the second takes 2/5.", valueName: "i/n"))
    var shard: String?

    @Option(
        help: ArgumentHelp(
            "The number of parts, where JOB_COMPLETION_INDEX says which is this one.", valueName: "count"))
    var shards: Int?

    @Flag(help: "Prove all anew, and remember nothing.")
    var noCache = false

    @Option(
        help: ArgumentHelp(
            "A real Loki, empty, that takes the stand-in's place and answers the queries beside Galley's engine.",
            discussion: "All is proven anew then. A program `loki` on the PATH is used without being asked for.",
            valueName: "url"))
    var loki: String?

    @Option(
        help: ArgumentHelp(
            "A Grafana that whole dashboards are imported into, and removed from again.",
            discussion:
                "GALLEY_GRAFANA_TOKEN holds the token of a service account that may edit. Dashboards are proven anew.",
            valueName: "url"))
    var grafana: String?

    func validate() throws {
        if let grafana, ServerAddress(grafana) == nil {
            throw ValidationError("--grafana takes an address such as http://127.0.0.1:3000, not `\(grafana)`")
        }
        if let shard, Shard(shard) == nil {
            throw ValidationError("--shard takes a part and a count such as 2/5, not `\(shard)`")
        }
        if let shards, shards < 1 { throw ValidationError("--shards takes a number from 1") }
        if let loki, LokiServer(address: loki) == nil {
            throw ValidationError("--loki takes an address such as http://127.0.0.1:3100, not `\(loki)`")
        }
        if shard != nil, shards != nil { throw ValidationError("--shard and --shards exclude each other") }
        if let shards, Shard(ofJobWith: shards) == nil {
            throw ValidationError("--shards needs JOB_COMPLETION_INDEX from 0 to \(shards - 1) in the environment")
        }
    }

    /// What `--loki` names.
    var server: LokiServer? { loki.flatMap { LokiServer(address: $0) } }

    var dashboards: GrafanaImport? {
        grafana.flatMap { ServerAddress($0) }.map { GrafanaImport($0, token: Shard.variable("GALLEY_GRAFANA_TOKEN")) }
    }

    /// What snippets got from a Loki that served them is as old as the last run: it may be another now.
    var usesCache: Bool { !noCache && loki == nil }

    /// The part of the snippets that this run proves; nil for all.
    var part: Shard? { shard.flatMap { Shard($0) } ?? shards.flatMap { Shard(ofJobWith: $0) } }
}

/// Proves the snippets of a project for a command.
struct SnippetProving {
    let options: CommonOptions
    /// The part of the snippets that is this run's; nil for all.
    var part: Shard?
    /// Whether what earlier runs proved counts.
    var usesCache = true
    /// A Loki that runs already.
    var loki: LokiServer?
    /// A Grafana that runs already.
    var grafana: GrafanaImport?
    let reporting: Reporting

    /// The programs of this machine. Who prepares several runs keeps it: asking programs for their versions takes time.
    func toolbox(below root: String) -> Toolbox {
        let memory = usesCache ? VersionMemory(path: root + "/.galley-cache/versions.json") : nil
        return Toolbox(path: Toolbox.searchPath(Shard.variable("PATH")), memory: memory)
    }

    func prepare(_ project: Project, ids: Set<String>? = nil, with kept: Toolbox? = nil) async -> ProofRun {
        let toolbox = kept ?? toolbox(below: project.files.root)
        let installed = await toolbox.find(LokiServer.loki)
        let registry = CheckerRegistry(
            project.configuration.proofs, loki: loki ?? installed.map { _ in .program }, grafana: grafana)
        return ProofRun(
            project,
            options: .init(
                checkers: registry.checkers, services: registry.services,
                rules: Set(rulePages.map(\.id)),
                today: ProjectLoading.calendarDay,
                version: Self.build, toolbox: toolbox, ids: ids, shard: part)
        )
    }

    /// What earlier runs proved; nil where that does not count.
    func cache(below root: String) -> ProofCache? {
        usesCache ? ProofCache(path: root + "/.galley-cache/proofs.json") : nil
    }

    /// Proves what was prepared, and remembers it for the next run.
    func prove(_ run: ProofRun, in project: Project) async -> (verdicts: [Verdict], findings: [Diagnostic]) {
        let cache = cache(below: project.files.root)
        let meter = ProgressMeter(total: run.snippets.count, isShown: reporting.showsProgress)
        let result = await run.run(width: options.width, cache: cache) { group, _ in
            meter.advance(by: group.snippets.count, "proving \(group.checker.name)")
        }
        meter.finish()
        cache?.save(isWhole: run.isWhole)
        let asked = result.verdicts.filter { $0.checker != nil }
        let remembered = asked.count { $0.isRemembered }
        reporting.sayMore("snippets: \(asked.count - remembered) proven, \(remembered) known from earlier runs")
        return result
    }

    /// Names this build of the program: another one may judge otherwise, so that what it remembers counts for itself only.
    private static var build: String {
        var status = stat()
        guard stat("/proc/self/exe", &status) == 0 else { return Galley.version }
        return "\(Galley.version) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}
