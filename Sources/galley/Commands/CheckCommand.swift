import ArgumentParser
import Diagnostics
import Links
import Markup
import Proofs
import Site

struct CheckCommand: AsyncParsableCommand {
    enum Check: String, ExpressibleByArgument, CaseIterable { case snippets, todos, site, links }

    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check sources and site; all checks without a name.",
        discussion: """
            snippets  examples: parsed, validated or run by the checker of their language
            todos     placeholders and empty sections
            site      links, anchors, images, ids, headings and definitions of the pages as they are built
            links     links: those inside the site, and those to other sites by asking their servers

            Servers of other sites are asked only when `links` is named or --online is given.
            """)

    @Argument(help: "The checks to run.")
    var checks: [Check] = []

    @OptionGroup var proving: ProvingOptions
    @OptionGroup var links: LinkOptions
    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard !checks.isEmpty, !checks.contains(.links) else { return }
        if links.online || links.offline || links.record || links.changed != nil {
            throw ValidationError(
                "--online, --offline, --changed and --record are of the check `links`: name it as well")
        }
    }

    func run() async throws {
        let reporting = Reporting(options: options.reporting)
        let loading = ProjectLoading(options: options, reporting: reporting)
        // Servers take their time, and memory should be for what they say.
        var (project, findings) = try await loading.load(keepsTexts: checks != [.links])
        let names = checks.isEmpty ? Check.allCases : checks
        var ran = Set(findings.map(\.rule))
        var made: SiteCheck?
        /// The pages as they are built, made once for all checks that read them.
        func pages(_ project: Project) async -> SiteCheck {
            if let made { return made }
            let press = Press(project, version: Galley.version, into: &findings)
            let site = await SiteCheck(press)
            made = site
            return site
        }
        for check in Check.allCases where names.contains(check) {
            reporting.sayMore("checking \(check.rawValue)")
            switch check {
            case .snippets:
                let snippets = SnippetProving(
                    options: options, part: proving.part, usesCache: proving.usesCache, loki: proving.server,
                    grafana: proving.dashboards,
                    reporting: reporting)
                let run = await snippets.prepare(project)
                let (verdicts, found) = await snippets.prove(run, in: project)
                findings += found
                if let coverage = project.configuration.proofs.coverage {
                    findings += CoverageGate.findings(verdicts, coverage, isWhole: run.isWhole)
                }
                if let file = project.configuration.proofs.evidence {
                    findings += EvidenceRecord.differences(
                        verdicts, of: run.snippets, from: project.evidence, file: file)
                }
                if run.isWhole { ran.formUnion(rulePages.map(\.id).filter(Self.isOfSnippets)) }
                reporting.say(ProofSummary(verdicts).line)
                reporting.sayMore("\n" + ProofSummary(verdicts).table)
            case .todos:
                findings += await TodosCheck.run(on: project)
                ran.formUnion(TodosCheck.rules)
            case .site:
                let site = await pages(project)
                findings += await site.findings()
                ran.formUnion(SiteCheck.rules)
            case .links:
                let checking = LinkChecking(
                    options: options, links: links, part: proving.part, usesCache: !proving.noCache,
                    isNamed: checks.contains(.links), reporting: reporting)
                let found = try await checking.check(project) { await pages(project) }
                findings += found
                if !names.contains(.site) {
                    let inside = await pages(project).findings()
                    findings += inside.filter { SiteCheck.linkRules.contains($0.rule) }
                    ran.formUnion(SiteCheck.linkRules)
                }
                // What a server answers next time, a suppression may be for.
                ran.formUnion([LinkInvalidAddress.id, LinkRefusedAddress.id])
            }
        }
        findings = loading.unsuppressed(findings, in: project, ran: ran)
        let chapters = project.manuscript.chapters.count
        reporting.say("checked \(names.map(\.rawValue).joined(separator: ", ")) of \(chapters) fragments")
        throw try reporting.finish(findings)
    }

    /// Whether a rule is one that proving looks for.
    private static func isOfSnippets(_ rule: RuleID) -> Bool {
        !TodosCheck.rules.contains(rule) && !SiteCheck.rules.contains(rule) && !LinkCheck.rules.contains(rule)
    }
}
