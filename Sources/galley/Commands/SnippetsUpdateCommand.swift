import ArgumentParser
import Diagnostics
import Foundation
import Proofs
import Site

struct SnippetsUpdateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Rewrite `output` blocks with what their examples print.",
        discussion: "The difference is shown first. Lines with `...`, `[..]` and `[NAME]` stay where they still hold.")

    @Argument(help: "The example's id; all examples with an output without it.")
    var id: String?

    @Flag(help: "Show the differences, and write nothing.")
    var dryRun = false

    @OptionGroup var options: CommonOptions

    func run() async throws {
        let reporting = Reporting(options: options.reporting)
        let loading = ProjectLoading(options: options, reporting: reporting)
        let (project, _) = try await loading.load()
        let snippets = SnippetProving(options: options, usesCache: false, reporting: reporting)
        let run = await snippets.prepare(project, ids: id.map { [$0] })
        if let id, !run.snippets.contains(where: { $0.id == id }) {
            throw Refusal.unknownSnippet(id, among: run.snippets.map(\.id))
        }
        let (verdicts, _) = await snippets.prove(run, in: project)
        var edits: [SourceFile: [OutputUpdate]] = [:]
        for verdict in verdicts where id == nil || verdict.snippet.id == id {
            guard let update = OutputUpdate(verdict) else { continue }
            edits[update.file, default: []].append(update)
        }
        var count = 0
        for (file, updates) in edits.sorted(by: { $0.key.path < $1.key.path }) {
            for update in updates { reporting.show(update.difference) }
            count += updates.count
            if !dryRun { try write(OutputUpdate.applying(updates, to: file), to: project.files.root + "/" + file.path) }
        }
        reporting.say("\(count) output block\(count == 1 ? "" : "s") \(dryRun ? "would change" : "rewritten")")
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Refusal("can't write \(path): \(error.localizedDescription)")
        }
    }
}
