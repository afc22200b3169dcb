import ArgumentParser
import Diagnostics
import Proofs
import Site

struct SnippetsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tell what is known of an example: its place, its evidence, its code.")

    @Argument(help: "The example's id, as `galley snippets list` tells it.")
    var id: String

    @OptionGroup var options: CommonOptions

    func run() async throws {
        let reporting = Reporting(options: options.reporting)
        let single = SingleSnippet(id: id, options: options, reporting: reporting)
        let (verdict, findings) = try await single.prove()
        if options.reporting.format == .json {
            reporting.show(VerdictJSON.value(verdict, withCode: true).text() + "\n")
            throw findings.isEmpty ? RunCode.clean.exit : reporting.finishBeside(findings)
        }
        reporting.show(Self.text(verdict))
        throw try reporting.finish(findings)
    }

    static func text(_ verdict: Verdict) -> String {
        let snippet = verdict.snippet
        let location = snippet.opening.span.file.location(at: snippet.opening.span.range.lowerBound)
        var lines = ["\(snippet.id)  \(snippet.opening.span.file.path):\(location.line)"]
        lines.append("  \(VerdictJSON.status(verdict))")
        if !verdict.claims.isEmpty { lines.append("  " + verdict.claims.joined(separator: ", ")) }
        if !verdict.tools.isEmpty { lines.append("  by " + verdict.tools.joined(separator: ", ")) }
        if let shortfall = verdict.shortfall { lines.append("  not further: \(shortfall)") }
        for measure in verdict.measures { lines.append("  \(measure.name): \(measure.value)") }
        lines.append("")
        return lines.joined(separator: "\n") + "\n" + snippet.text
    }
}

/// Proves one snippet for a command.
struct SingleSnippet {
    let id: String
    let options: CommonOptions
    var usesCache = true
    let reporting: Reporting

    func prove() async throws -> (verdict: Verdict, findings: [Diagnostic]) {
        let loading = ProjectLoading(options: options, reporting: reporting)
        let (project, _) = try await loading.load()
        let snippets = SnippetProving(options: options, usesCache: usesCache, reporting: reporting)
        let run = await snippets.prepare(project, ids: [id])
        guard run.snippets.contains(where: { $0.id == id }) else {
            throw Refusal.unknownSnippet(id, among: run.snippets.map(\.id))
        }
        let (verdicts, _) = await snippets.prove(run, in: project)
        guard let verdict = verdicts.first(where: { $0.snippet.id == id }) else {
            throw Refusal("the snippet `\(id)` is not a part of this run")
        }
        let own = run.attributeFindings.filter { verdict.snippet.opening.span.contains($0.span) }
        return (verdict, own + verdict.findings)
    }
}
