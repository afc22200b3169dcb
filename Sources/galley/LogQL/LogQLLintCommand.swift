import ArgumentParser
import Diagnostics
import LogQL

struct LogQLLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Find what makes queries fail, slow or misleading.",
        discussion: """
            A finding is let pass by a comment in the query, `# galley-allow RULE: reason`, at the end of its line or \
            on the line above.
            """)

    @OptionGroup var input: QueryInput

    @Option(
        name: .customLong("index-label"),
        help: ArgumentHelp("A label that streams have; once for each.", valueName: "label"))
    var indexLabels: [String] = []

    @Option(
        name: .customLong("unbounded-label"),
        help: ArgumentHelp("A label with a value for nearly each line, besides the usual ids.", valueName: "label"))
    var unboundedLabels: [String] = []

    @Option(help: ArgumentHelp("The longest range that passes.", valueName: "duration"))
    var longestRange = "24h"

    @Option(
        help: ArgumentHelp(
            "The time between two points; rules have that of their group.", valueName: "duration"))
    var step: String?

    @OptionGroup var reporting: ReportingOptions

    func validate() throws {
        if LintOptions.duration(longestRange) == nil {
            throw ValidationError("--longest-range takes a duration such as 24h, found `\(longestRange)`")
        }
        if let step, LintOptions.duration(step) == nil {
            throw ValidationError("--step takes a duration such as 1m, found `\(step)`")
        }
    }

    func run() throws {
        let reporting = Reporting(options: reporting)
        var findings: [Diagnostic] = []
        var suppressions: [Suppression] = []
        var count = 0
        for file in try input.files(into: &findings) {
            count += file.queries.count
            suppressions += file.suppressions
            for query in file.queries {
                suppressions += Linter.suppressions(in: query.text, into: &findings)
                findings += linter(for: query).diagnostics(in: query.text).filter { !query.expects($0) }
            }
        }
        let ran = Linter.ruleIDs
        findings = Suppressions.apply(
            suppressions, to: findings, known: Set(rulePages.map(\.id)), ran: ran, today: .today)
        reporting.say("linted \(count) \(count == 1 ? "query" : "queries")")
        throw try reporting.finish(findings)
    }

    private func linter(for query: FoundQuery) -> Linter {
        var options = LintOptions()
        options.longestRange = LintOptions.duration(longestRange) ?? options.longestRange
        options.step = step.flatMap(LintOptions.duration) ?? query.step
        options.query = input.options
        options.unboundedLabels.formUnion(unboundedLabels)
        if !indexLabels.isEmpty { options.indexLabels = Set(indexLabels) }
        return Linter(options: options)
    }
}
