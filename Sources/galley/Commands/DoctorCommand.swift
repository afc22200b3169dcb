import ArgumentParser
import Checkers
import Diagnostics
import Proofs
import Site

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Tell which programs the checkers found, and how to install what is missing.",
        discussion: "Ends with 1 where something is missing: examples are then proven less far than they could be.")

    @Flag(help: "Tell what each checker leaves unproven, too.")
    var limits = false

    @OptionGroup var options: CommonOptions

    func run() async throws {
        let reporting = Reporting(options: options.reporting)
        let registry = CheckerRegistry()
        let toolbox = Toolbox(path: Toolbox.searchPath(Shard.variable("PATH")))
        var rows: [[String]] = []
        var isComplete = true
        for program in Self.programs(of: registry) {
            let found = await find(program, toolbox, registry)
            let state = found == nil ? "missing" : found?.tooOld == nil ? "found" : "too old"
            rows.append([
                state, program.name, found?.version ?? "", found?.path ?? program.installation, program.purpose,
            ])
            if state != "found", !Self.optional.contains(program.name) { isComplete = false }
        }
        let sandbox = await Sandbox.find(toolbox)
        switch sandbox {
        case .success: rows.append(["found", "sandbox", "", "", "runs examples, cut off from this machine"])
        case .failure(let failure):
            rows.append(["missing", "sandbox", "", failure.reason, "runs examples, cut off from this machine"])
            isComplete = false
        }
        reporting.show(
            SnippetsListCommand.table(rows, heads: ["", "program", "version", "where, or how to install", "what for"]))
        if limits {
            for checker in registry.checkers where !checker.doesNot.isEmpty {
                reporting.show("\n\(checker.name)\n" + checker.doesNot.map { "  \($0)\n" }.joined())
            }
        }
        throw (isComplete ? RunCode.clean : RunCode.findings).exit
    }

    /// What few machines have, and no proof of the guide's waits for.
    private static let optional: Set<String> = ["alloy", "loki"]

    private static func programs(of registry: CheckerRegistry) -> [Program] {
        var seen: Set<String> = []
        let all =
            registry.checkers.flatMap(\.programs) + registry.services.flatMap(\.programs) + [Sandbox.namespaceEntry]
        return all.filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
    }

    /// A server may be where no PATH leads.
    private func find(_ program: Program, _ toolbox: Toolbox, _ registry: CheckerRegistry) async -> FoundProgram? {
        if let found = await toolbox.find(program) { return found }
        guard program.name == "postgres", let folder = PostgresService.installedFolder else { return nil }
        return await Toolbox(path: folder).find(program)
    }
}
