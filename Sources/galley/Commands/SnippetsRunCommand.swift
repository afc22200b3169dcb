import ArgumentParser
import Proofs

struct SnippetsRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Prove an example anew and print what it prints.")

    @Argument(help: "The example's id, as `galley snippets list` tells it.")
    var id: String

    @OptionGroup var options: CommonOptions

    func run() async throws {
        let reporting = Reporting(options: options.reporting)
        let single = SingleSnippet(id: id, options: options, usesCache: false, reporting: reporting)
        let (verdict, findings) = try await single.prove()
        if let output = verdict.output { reporting.show(String(decoding: output, as: UTF8.self)) }
        reporting.say("\(id): \(VerdictJSON.status(verdict))")
        if let shortfall = verdict.shortfall { reporting.say("not further: \(shortfall)") }
        throw reporting.finishBeside(findings)
    }
}
