import Glibc
import LogQL

/// Times the reading of queries, and queries on a million lines: `benchmark-logql FILE-OF-QUERIES LINES-TO-WRITE`.
@main
struct LogQLBenchmark {
    static let count = 1_000_000
    static let start: Int64 = 1_700_000_000_000_000_000
    /// Of one line after the other, in nanoseconds.
    static let gap: Int64 = 3_000_000

    static let queries = [
        ("second key", #"sum by (level) (count_over_time({app="x"} | json [1m]))"#),
        ("last key", #"sum by (region) (count_over_time({app="x"} | json [1m]))"#),
        ("no key", #"sum (count_over_time({app="x"} [1m]))"#),
        ("unwrap", #"sum (sum_over_time({app="x"} | json | unwrap duration_ms [1m]))"#),
        ("line filter", #"sum (count_over_time({app="x"} |= "items/1234" [1m]))"#),
    ]

    static func main() {
        guard CommandLine.arguments.count == 3 else {
            print("usage: benchmark-logql FILE-OF-QUERIES LINES-TO-WRITE")
            exit(2)
        }
        print("parse\t\(parse(lines(of: CommandLine.arguments[1])))")
        let lines = (0..<count).map(line)
        write(lines, to: CommandLine.arguments[2])
        var dataset = Dataset()
        let labels = LabelSet(["app": "x"])
        for (index, line) in lines.enumerated() {
            dataset.append(labels, time: start + Int64(index) * gap, line: line)
        }
        dataset.finish()
        let engine = Engine(dataset)
        for (name, query) in queries { print("\(name)\t\(run(query, engine))") }
    }

    /// A line of a service's log, of about 196 bytes.
    static func line(_ index: Int) -> [UInt8] {
        let level = ["info", "error", "warn", "debug"][index % 4]
        let time = "2026-11-23T10:\(10 + index % 50):\(10 + index % 49).\(100 + index % 900)Z"
        return Array(
            (#"{"ts":"\#(time)","level":"\#(level)","msg":"request handled in time","method":"GET","#
                + #""path":"/api/v1/items/\#(1000 + index % 9000)","status":\#(200 + index % 5),"#
                + #""duration_ms":\#(index % 97).\#(index % 10),"user":"u\#(10 + index % 31)","region":"eu-\#(index % 3)"}"#)
                .utf8)
    }

    /// Microseconds a query, the best of several runs.
    static func parse(_ queries: [[UInt8]]) -> Double {
        var accepted = 0
        let seconds = best(of: 9) {
            accepted = 0
            for query in queries where Query(query).expression != nil { accepted += 1 }
        }
        guard accepted == queries.count, accepted > 0 else {
            print("\(queries.count - accepted) of \(queries.count) queries were refused")
            exit(1)
        }
        return seconds / Double(queries.count) * 1e6
    }

    /// Nanoseconds a line, the best of several runs.
    static func run(_ text: String, _ engine: Engine) -> Double {
        let end = start + Int64(count) * gap
        let request = QueryRequest(start: start, end: end, step: 60_000_000_000)
        var entries = 0
        let seconds = best(of: 3) {
            guard let query = Query(text).expression, let answer = try? engine.run(query, request) else { return }
            entries = answer.statistics.entries
        }
        guard entries > 0 else {
            print("no answer to \(text)")
            exit(1)
        }
        return seconds / Double(count) * 1e9
    }

    static func best(of rounds: Int, _ work: () -> Void) -> Double {
        (0..<rounds).map { _ in
            let start = seconds()
            work()
            return seconds() - start
        }.min() ?? 0
    }

    static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func lines(of path: String) -> [[UInt8]] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return bytes.split(separator: 0x0A).map(Array.init)
    }

    static func write(_ lines: [[UInt8]], to path: String) {
        guard let file = fopen(path, "w") else { return }
        defer { fclose(file) }
        for line in lines {
            fwrite(line, 1, line.count, file)
            putc(0x0A, file)
        }
    }
}
