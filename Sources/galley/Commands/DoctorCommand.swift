import ArgumentParser
import Checkers
import Configuration
import Diagnostics
import Links
import Proofs
import Site

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Tell which programs the checkers found, and how to install what is missing.",
        discussion: """
            Ends with 1 where something is missing: examples are then proven less far than they could be. Programs of the \
            site's own checkers are looked for where there is a galley.yml.
            """)

    @Flag(help: "Tell what each checker leaves unproven, too.")
    var limits = false

    @OptionGroup var options: CommonOptions

    func run() async throws {
        let reporting = Reporting(options: options.reporting)
        let registry = CheckerRegistry(proofs ?? ProofSettings())
        let toolbox = Toolbox(path: Toolbox.searchPath(Shard.variable("PATH")))
        var rows: [[String]] = []
        var missing: [Program] = []
        var notes: [String] = []
        for program in Self.programs(of: registry) {
            let found = await find(program, toolbox, registry)
            let isOptional = program.installation.hasPrefix(Self.elsewhere)
            let state = found == nil ? isOptional ? "optional" : "missing" : found?.tooOld == nil ? "found" : "too old"
            rows.append([
                state, program.name, found?.version ?? "", found?.path ?? program.installation, program.purpose,
            ])
            if state == "missing" || state == "too old" { missing.append(program) }
            if let tooOld = found?.tooOld { notes.append("\(tooOld).") }
        }
        let sandbox = await Sandbox.find(toolbox)
        switch sandbox {
        case .success: rows.append(["found", "sandbox", "", "", "runs examples, cut off from this machine"])
        case .failure(let failure):
            rows.append(["missing", "sandbox", "", failure.reason, "runs examples, cut off from this machine"])
            notes.append("Nothing is run without a sandbox: \(failure.reason).")
        }
        reporting.show(
            SnippetsListCommand.table(rows, heads: ["", "program", "version", "where, or how to install", "what for"]))
        reporting.show("\n" + Self.summary(missing, notes))
        if limits {
            for checker in registry.checkers where !checker.doesNot.isEmpty {
                reporting.show("\n\(checker.name)\n" + checker.doesNot.map { "  \($0)\n" }.joined())
            }
        }
        throw (missing.isEmpty && notes.isEmpty ? RunCode.clean : RunCode.findings).exit
    }

    /// How an installation begins that neither Debian nor PyPI has. Such programs are asked where they are there, and no
    /// proof waits for them.
    private static let elsewhere = "see https:"

    /// What the table comes to, and what to do about it.
    static func summary(_ missing: [Program], _ notes: [String]) -> String {
        guard !missing.isEmpty || !notes.isEmpty else { return "Examples are proven as far as they can be.\n" }
        var lines = notes
        if !missing.isEmpty { lines.append("Without what is missing, examples are proven less far. To install it:") }
        for tool in ["apt-get install", "pip install"] {
            let names = missing.map(\.installation).filter { $0.hasPrefix(tool + " ") }.map {
                $0.dropFirst(tool.count + 1)
            }
            if !names.isEmpty { lines.append("  \(tool) " + Set(names).sorted().joined(separator: " ")) }
        }
        for program in missing where !program.installation.contains(" install ") {
            lines.append("  \(program.name): \(program.installation)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What the site asks for besides, where there is one.
    private var proofs: ProofSettings? {
        let (folder, name) = ProjectLoading(options: options, reporting: Reporting(options: options.reporting)).place
        guard let files = ProjectFiles(root: folder) else { return nil }
        var ignored: [Diagnostic] = []
        return Configuration.load(name, from: files, into: &ignored)?.proofs
    }

    private static func programs(of registry: CheckerRegistry) -> [Program] {
        var seen: Set<String> = []
        let all =
            registry.checkers.flatMap(\.programs) + registry.services.flatMap(\.programs)
            + [Sandbox.namespaceEntry, Program(LinkCheck.library)]
        return all.filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
    }

    /// A server may be where no PATH leads.
    private func find(_ program: Program, _ toolbox: Toolbox, _ registry: CheckerRegistry) async -> FoundProgram? {
        if let found = await toolbox.find(program) { return found }
        guard program.name == "postgres", let folder = PostgresService.installedFolder else { return nil }
        return await Toolbox(path: folder).find(program)
    }
}
