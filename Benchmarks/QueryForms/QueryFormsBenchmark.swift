import Foundation
import LogQL

/// Runs good and bad forms of queries on the same lines: `benchmark-query-forms NOW LINES…`, where NOW is in nanoseconds
/// since 1970 and each line of standard input is `NAME<tab>GOOD<tab>BAD`.
///
/// Prints for each of them lines read, bytes read and lines parsed of both forms, and how many times longer the bad one takes.
@main
struct QueryFormsBenchmark {
    struct Cost {
        var statistics = QueryStatistics()
        var seconds = Double.infinity
    }

    static func main() throws {
        guard CommandLine.arguments.count > 2, let now = Int64(CommandLine.arguments[1]) else {
            print("usage: benchmark-query-forms NOW LINES… < FORMS")
            exit(2)
        }
        var dataset = Dataset()
        for path in CommandLine.arguments.dropFirst(2) {
            let problems = DatasetReader().read(Array(try Data(contentsOf: URL(fileURLWithPath: path))), into: &dataset)
            guard problems.isEmpty else {
                print("\(path): \(problems.count) lines can't be read")
                exit(1)
            }
        }
        dataset.finish()
        let engine = Engine(dataset)
        let start = dataset.span?.lowerBound ?? 0
        while let line = readLine() {
            let parts = line.split(separator: "\t").map(String.init)
            guard parts.count == 3 else { continue }
            var costs = [Cost(), Cost()]
            // In turn, so that what else the machine does meets both.
            for _ in 0..<25 {
                for index in costs.indices {
                    try run(parts[index + 1], engine, start, now, &costs[index])
                }
            }
            let counts = [\QueryStatistics.lines, \.bytes, \.parses].flatMap { path in
                costs.map { String($0.statistics[keyPath: path]) }
            }
            print(([parts[0]] + counts + [String(costs[1].seconds / costs[0].seconds)]).joined(separator: "\t"))
        }
    }

    private static func run(
        _ text: String, _ engine: Engine, _ start: Int64, _ now: Int64, _ cost: inout Cost
    ) throws {
        guard let expression = Query(Array(text.utf8)).expression else {
            print("this is no query: \(text)")
            exit(1)
        }
        let request =
            if case .log = expression {
                QueryRequest(start: start, end: now + 1, step: 0, limit: .max)
            } else {
                QueryRequest(time: now)
            }
        let began = ContinuousClock.now
        cost.statistics = try engine.run(expression, request).statistics
        let spent = began.duration(to: .now).components
        cost.seconds = min(cost.seconds, Double(spent.seconds) + Double(spent.attoseconds) / 1e18)
    }
}
