import ArgumentParser
import LogQL

struct LogQLParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Read queries and tell what they are.",
        discussion: """
            Writes a line of JSON for each query: whether Loki accepts it, its kind, the forms in which Loki prints \
            it, and what is wrong with it, with places in bytes.
            """)

    @Flag(help: "Read queries from standard input, one a line: {\"q\": \"…\"}.")
    var jsonl = false

    @Flag(help: "Take variables of Grafana, such as $__interval, where they can stand for something.")
    var grafana = false

    @Argument(help: "Queries.")
    var queries: [String] = []

    func validate() throws {
        if jsonl != queries.isEmpty { throw ValidationError("give queries, or --jsonl to read them") }
    }

    func run() throws {
        let options: QueryOptions = grafana ? .grafana : []
        for query in queries {
            StandardStream.output.write(ParseAnswer.text(for: Array(query.utf8), options: options) + "\n")
        }
        guard jsonl else { return }
        for line in InputLines() {
            StandardStream.output.write(ParseAnswer.text(forCase: line, options: options) + "\n")
        }
    }
}
