import ArgumentParser
import Diagnostics
import Foundation
import Proofs
import Site

struct SnippetsRecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Prove all examples and write the evidence that pages show.",
        discussion: "The file is the one that `evidence` in the configuration names. Nothing is written after findings."
    )

    @Flag(help: "Prove all anew, and remember nothing.")
    var noCache = false

    @OptionGroup var options: CommonOptions

    func run() async throws {
        let reporting = Reporting(options: options.reporting)
        let loading = ProjectLoading(options: options, reporting: reporting)
        let (project, found) = try await loading.load()
        guard let setting = project.configuration.proofs.evidence else {
            throw Refusal(
                "\(options.configurationPath) names no file under `evidence`",
                help: "add a line such as `evidence: content/evidence.json`")
        }
        let snippets = SnippetProving(options: options, usesCache: !noCache, reporting: reporting)
        let run = await snippets.prepare(project)
        let (verdicts, findings) = await snippets.prove(run, in: project)
        reporting.say(ProofSummary(verdicts).line)
        // A broken file of evidence is what this command mends.
        let remaining = loading.unsuppressed(
            (found + findings).filter { $0.rule != EvidenceMalformed.id }, in: project)
        guard !remaining.contains(where: { $0.severity != .note }) else { throw try reporting.finish(remaining) }
        let short = verdicts.filter { $0.shortfall != nil }
        if let first = short.first {
            reporting.say(
                "\(short.count) example\(short.count == 1 ? "" : "s") could be proven further elsewhere; `\(first.snippet.id)`: \(first.shortfall ?? "")"
            )
        }
        let path = project.files.root + "/" + setting.value
        do {
            try Data(EvidenceRecord.ledger(verdicts).text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Refusal("can't write \(setting.value): \(error.localizedDescription)")
        }
        reporting.say("wrote \(setting.value)")
    }
}
