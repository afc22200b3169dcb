import ArgumentParser
import Diagnostics
import Foundation

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Work with reports of earlier runs.", subcommands: [ReportMergeCommand.self])
}

struct ReportMergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make one report of several, such as those of the parts of `--shard`.",
        discussion:
            "Reads what `--format json` wrote, and tells all findings once, in any form. Ends as a run with these findings."
    )

    @Argument(help: ArgumentHelp("Reports as JSON.", valueName: "file"))
    var files: [String]

    @OptionGroup var reporting: ReportingOptions

    func run() async throws {
        let reporting = Reporting(options: reporting)
        var reader = ReportReader(root: FileManager.default.currentDirectoryPath)
        var findings: [Diagnostic] = []
        for path in files {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Refusal("can't read \(path)")
            }
            guard let found = reader.findings(in: data) else {
                throw Refusal(
                    "\(path) is no report of galley's as JSON", help: "`--format json --output FILE` writes one")
            }
            findings += found
        }
        throw try reporting.finish(findings)
    }
}
