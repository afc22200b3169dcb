import ArgumentParser
import Diagnostics
import Proofs
import Site

struct SnippetsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List all examples: name, place, language, checker, and what is asked of them.",
        discussion:
            "Nothing is run. `galley check snippets` proves them, `galley snippets show ID` tells all about one.")

    @Flag(help: "Only those that are skipped, with the reasons.")
    var skipped = false

    @OptionGroup var proving: ProvingOptions
    @OptionGroup var options: CommonOptions

    func run() async throws {
        let reporting = Reporting(options: options.reporting)
        let loading = ProjectLoading(options: options, reporting: reporting)
        let (project, _) = try await loading.load()
        let run = await SnippetProving(
            options: options, part: proving.part, usesCache: proving.usesCache, loki: proving.server,
            grafana: proving.dashboards,
            reporting: reporting
        ).prepare(project)
        var rows: [[String]] = []
        for (snippet, fate) in zip(run.snippets, run.plan.fates) {
            if skipped, snippet.request.skip == nil { continue }
            if let part = proving.part, !part.contains(snippet) { continue }
            rows.append(Self.row(snippet, fate))
        }
        reporting.show(options.reporting.format == .json ? Self.json(rows) : Self.table(rows))
    }

    static let columns = ["id", "place", "language", "checker", "asked"]

    static func row(_ snippet: Snippet, _ fate: ProofPlan.Fate) -> [String] {
        let location = snippet.opening.span.file.location(at: snippet.opening.span.range.lowerBound)
        let language = snippet.language + (snippet.kind.map { "/" + $0.value } ?? "")
        var checker = "-"
        var asked = snippet.request.level?.value.request ?? ""
        switch fate {
        case .prove(let found): checker = found.name
        case .skip(let reason): asked = "skip: \(reason)"
        case .refuse: asked = "can't be proven as it is written"
        }
        if let bad = snippet.request.bad { asked = "bad: \(bad.value)" }
        return [
            snippet.id, "\(snippet.opening.span.file.path):\(location.line)", language.isEmpty ? "-" : language,
            checker,
            asked,
        ]
    }

    static func table(_ rows: [[String]], heads: [String] = columns) -> String {
        let cells = [heads] + rows
        let widths = heads.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            let line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(
                separator: "  ")
            return line.reversed().drop { $0 == " " }.reversed().map(String.init).joined() + "\n"
        }.joined()
    }

    static func json(_ rows: [[String]]) -> String {
        let objects = rows.map { row in JSONValue.object(zip(columns, row).map { ($0, .string($1)) }) }
        return JSONValue.array(objects).text() + "\n"
    }
}
