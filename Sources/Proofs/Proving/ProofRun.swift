import Configuration
import Diagnostics
import Markup
import Site
import YAML

/// The proving of a project's snippets, from its pages to verdicts.
public struct ProofRun: Sendable {
    public let snippets: [Snippet]
    public let workbench: Workbench
    public let plan: ProofPlan
    /// What is wrong with blocks and their attributes.
    public let attributeFindings: [Diagnostic]

    /// How a run is narrowed down and what it may use.
    public struct Options: Sendable {
        public var checkers: [any Checker]
        public var services: [any Service]
        /// The rules that `bad=` may name.
        public var rules: Set<RuleID>
        public var today: CalendarDate
        public var version: String
        public var toolbox: Toolbox
        /// Ids of the snippets to prove; nil for all. Sessions are proven as a whole.
        public var ids: Set<String>?
        public var shard: Shard?

        public init(
            checkers: [any Checker], services: [any Service], rules: Set<RuleID>, today: CalendarDate, version: String,
            toolbox: Toolbox,
            ids: Set<String>? = nil, shard: Shard? = nil
        ) {
            self.checkers = checkers
            self.services = services
            self.rules = rules
            self.today = today
            self.version = version
            self.toolbox = toolbox
            self.ids = ids
            self.shard = shard
        }
    }

    public init(_ project: Project, options: Options) {
        let collector = SnippetCollector(project.manuscript.chapters)
        snippets = collector.snippets
        let settings = project.configuration.proofs
        workbench = Workbench(
            files: project.files, configuration: project.configuration, snippets: snippets,
            toolbox: options.toolbox, version: options.version, today: options.today,
            services: options.services, published: project.manuscript.published)
        let files = project.files
        let names = KnownNames(
            datasets: Set(settings.datasets.map(\.name.value) + settings.series.map(\.name.value)),
            services: Set(ProofSettings.Services.names),
            rules: options.rules,
            unreadable: { path in
                guard case .failure(let failure) = files.file(path) else { return nil }
                return failure.reason
            })
        let chosen = Self.chosen(options, among: snippets)
        plan = ProofPlan(
            snippets, checkers: options.checkers, names: names, today: options.today,
            chosen: { chosen?.contains($0.number) ?? true })
        attributeFindings = collector.findings + plan.findings
    }

    /// Numbers of the snippets to prove; nil for all. With a snippet come its session and what it is held against, and
    /// with these theirs.
    private static func chosen(_ options: Options, among snippets: [Snippet]) -> Set<Int>? {
        guard options.ids != nil || options.shard != nil else { return nil }
        var chosen = snippets.filter { snippet in
            (options.ids?.contains(snippet.id) ?? true) && (options.shard?.contains(snippet) ?? true)
        }
        while true {
            let sessions = Set(chosen.compactMap { $0.request.session?.value })
            let others = Set(chosen.compactMap { $0.request.slowerThan?.value })
            let numbers = Set(chosen.map(\.number))
            let joined = snippets.filter { snippet in
                numbers.contains(snippet.number) || others.contains(snippet.id)
                    || snippet.request.session.map { sessions.contains($0.value) } ?? false
            }
            guard joined.count > chosen.count else { return numbers }
            chosen = joined
        }
    }

    /// Whether all snippets take part.
    public var isWhole: Bool { plan.isWhole }

    /// Proves what the plan has.
    public func run(
        width: Int, cache: ProofCache? = nil,
        progress: @escaping @Sendable (ProofPlan.Group, [Verdict]) -> Void = { _, _ in }
    ) async -> (verdicts: [Verdict], findings: [Diagnostic]) {
        let verdicts = await Prover(plan, in: workbench, width: width, cache: cache).run(progress: progress)
        let failures = await workbench.services.failures
        await workbench.close()
        let found = attributeFindings + verdicts.flatMap(\.findings) + failures.compactMap { finding(of: $0, verdicts) }
        return (verdicts, found + (await workbench.datasets.findings))
    }

    /// At the first snippet that waited for the service: one cause, one finding.
    private func finding(of failure: ServiceDesk.Failure, _ verdicts: [Verdict]) -> Diagnostic? {
        let waiting = verdicts.filter { $0.shortfall?.contains(failure.reason) ?? false }.map(\.snippet)
        guard let first = waiting.first ?? snippets.first else { return nil }
        let need = first.request.needs.first { $0.value == failure.service }
        return ProofServiceFailed.found(
            failure.service, because: failure.reason, others: max(0, waiting.count - 1),
            at: need?.origin ?? first.opening)
    }
}
