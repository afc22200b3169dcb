import ArgumentParser
import Diagnostics
import Glibc
import LogQL

extension QueryRequest.Direction: ExpressibleByArgument {}

struct LogQLQueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Run queries on lines of logs in a file.",
        discussion: """
            Prints what Loki's HTTP interface answers. The data has a line of JSON for each line of logs: \
            {"labels": {"app": "x"}, "ts": "nanoseconds", "line": "…", "metadata": {}}.
            Where no time is given, a log query has all lines, and a metric its value at the last of them.
            """)

    @Option(help: ArgumentHelp("The lines to query.", valueName: "file"))
    var data: String

    @Option(help: ArgumentHelp("The first moment, in nanoseconds since 1970.", valueName: "ns"))
    var start: Int64?

    @Option(help: ArgumentHelp("The last moment; a log query ends before it.", valueName: "ns"))
    var end: Int64?

    @Option(help: ArgumentHelp("The one moment of an instant query.", valueName: "ns"))
    var time: Int64?

    @Option(help: ArgumentHelp("Seconds between two values of a metric, or a duration such as 15s.", valueName: "step"))
    var step: String?

    @Option(help: "How many lines at most.")
    var limit: Int?

    @Option(help: "Whether the newest lines come first, or the oldest.")
    var direction: QueryRequest.Direction?

    @Flag(help: "Read cases from standard input, one a line: {\"query\", \"type\", \"start\", \"end\", …}.")
    var jsonl = false

    @Argument(help: "The query.")
    var query: String?

    @OptionGroup var reporting: ReportingOptions

    func validate() throws {
        if jsonl == (query != nil) { throw ValidationError("give a query, or --jsonl to read cases") }
        if time != nil, start != nil || end != nil || step != nil {
            throw ValidationError("--time asks for one moment; --start, --end and --step for a range")
        }
        if let step, QueryCase.step(step) == nil {
            throw ValidationError("--step takes seconds, or a duration such as 15s")
        }
    }

    func run() throws {
        let reporting = Reporting(options: reporting)
        var findings: [Diagnostic] = []
        let engine = Engine(try DatasetFile.read(data, into: &findings))
        if let query {
            var asked = QueryCase()
            asked.query = Array(query.utf8)
            (asked.start, asked.end, asked.time) = (start, end, time)
            (asked.limit, asked.direction) = (limit, direction)
            asked.step = step.flatMap(QueryCase.step(_:))
            StandardStream.output.write(asked.answer(engine, clock: Self.seconds) + "\n")
        } else {
            for line in InputLines() {
                let answer: String
                do {
                    answer = try QueryCase(jsonLine: line).answer(engine)
                } catch {
                    answer = ResultJSON.error(error.message, type: "bad_data")
                }
                StandardStream.output.write(answer + "\n")
            }
        }
        throw reporting.finishBeside(findings)
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
