import Foundation
import LogQL
import Testing

/// Texts that no one would write. `GALLEY_FUZZ_SECONDS` says for how long (5 if it says nothing), `GALLEY_FUZZ_SEED` where to begin.
@Suite struct FuzzTests {
    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
    }

    private static let seconds = Double(number("GALLEY_FUZZ_SECONDS") ?? 5)
    private static let corpus =
        ConformanceFile.all.map(\.query) + ConformanceFile.prettyCases.map(\.query)
        + EvaluationFile.names.flatMap { EvaluationFile($0).cases.map(\.query) }

    /// No query and no line may take longer than this, in a debug build on a busy machine.
    private static let bound = 10.0

    /// On a thread with a deep stack, since what is printed and let go of is as deep as what was read.
    @Test func readsAnything() async {
        await withCheckedContinuation { continuation in
            let thread = Thread {
                Self.readAnything()
                continuation.resume()
            }
            thread.stackSize = 64 << 20
            thread.start()
        }
    }

    private static func readAnything() {
        let seed = Self.number("GALLEY_FUZZ_SEED") ?? UInt64(Date().timeIntervalSince1970)
        let engine = Engine(NastyLines.dataset)
        let end = Date().addingTimeInterval(Self.seconds)
        var mutator = QueryMutator(seed: seed, corpus: Self.corpus)
        var (inputs, accepted, evaluated) = (0, 0, 0)
        while Date() < end {
            let bytes = mutator.query()
            inputs += 1
            let started = Date()
            let query = Query(bytes)
            if let expression = query.expression {
                accepted += 1
                Self.checkRoundTrip(expression, bytes, seed)
                // What is long is long to print, and nothing new to evaluate.
                if bytes.count < 2000 {
                    evaluated += 1
                    Self.evaluate(expression, engine, forward: inputs.isMultiple(of: 2))
                }
            } else {
                #expect(!query.errors.isEmpty, "seed \(seed): \(Self.shown(bytes))")
            }
            for error in query.errors {
                #expect(
                    0 <= error.range.lowerBound && error.range.upperBound <= bytes.count,
                    "seed \(seed): \(Self.shown(bytes))")
            }
            #expect(
                Date().timeIntervalSince(started) < Self.bound, "seed \(seed): slow: \(Self.shown(bytes))")
        }
        print("fuzz: seed \(seed), \(inputs) queries, \(accepted) accepted, \(evaluated) evaluated")
        #expect(accepted > 0)
    }

    private static func checkRoundTrip(_ expression: LogQL.Expression, _ bytes: [UInt8], _ seed: UInt64) {
        let canonical = expression.canonical
        guard ConformanceFile.isReadBack(canonical) else { return }
        // A printed query may be longer than what is read.
        let pretty = expression.pretty
        guard max(canonical.utf8.count, pretty.utf8.count) < Query.maximumLength else { return }
        // Loki's formatter leaves out the parentheses of operations that it breaks into lines.
        let isWhole = operations(in: canonical) < 2 || !pretty.contains("\n")
        for text in isWhole ? [canonical, pretty] : [canonical] {
            let again = Query(text)
            // The parentheses that are printed may be more than what is read.
            if again.errors.contains(where: { $0.message.contains("levels deep") }) { return }
            #expect(again.expression?.canonical == canonical, "seed \(seed): \(shown(bytes))")
        }
    }

    /// How many operations there may be, at most.
    private static func operations(in canonical: String) -> Int {
        canonical.matches(of: #/\s(\+|-|\*|\/|%|\^|==|!=|>|<|>=|<=|and|or|unless)\s/#).count
    }

    private static func evaluate(_ expression: LogQL.Expression, _ engine: Engine, forward: Bool) {
        let direction: QueryRequest.Direction = forward ? .forward : .backward
        var request = QueryRequest(start: 0, end: 60_000_000_000, step: 20_000_000_000, limit: 50, direction: direction)
        _ = try? engine.run(expression, request)
        request = QueryRequest(time: 30_000_000_000)
        _ = try? engine.run(expression, request)
    }

    private static func shown(_ bytes: [UInt8]) -> String {
        "\(String(decoding: bytes.prefix(500), as: UTF8.self)) (\(bytes.count) bytes)"
    }

    // MARK: - Bounds

    @Test(arguments: [" + 1", " + vector(1)", " or vector(1)", " > vector(1)"])
    func refusesLongChains(of link: String) {
        let joined = "vector(1)" + String(repeating: link, count: 1000)
        #expect(Query(joined).expression != nil)
        let tooMany = Query("vector(1)" + String(repeating: link, count: 10_000))
        #expect(tooMany.errors.map(\.message) == ["the query joins more than 1000 operators"])
        let start = joined.utf8.count + 1
        #expect(tooMany.errors.first?.range.lowerBound == start)
    }

    @Test(arguments: [" and a=\"b\"", " or a=\"b\""]) func refusesLongConditions(of link: String) {
        let query = "{app=\"x\"} | a=\"b\""
        #expect(Query(query + String(repeating: link, count: 1000)).expression != nil)
        #expect(
            Query(query + String(repeating: link, count: 10_000)).errors.map(\.message)
                == ["the query joins more than 1000 operators"])
    }

    @Test(arguments: ["(", "sum(", "1+(", "2^", "{app=\"x\"} | (", "rate(("]) func refusesDeepNesting(of part: String) {
        for count in [400, 600, 20_000] {
            let query = Query(String(repeating: part, count: count))
            #expect(query.expression == nil)
            #expect(!query.errors.isEmpty)
        }
    }

    @Test(arguments: ["a", "\"", "{", "#", "\u{0}", "1+", "/*", "é"]) func refusesTenMegabytes(of part: String) {
        let bytes = Array(String(repeating: part, count: 10_000_000 / part.utf8.count).utf8)
        let started = Date()
        let query = Query(bytes)
        #expect(query.expression == nil)
        #expect(query.errors.allSatisfy { $0.range.upperBound <= bytes.count })
        #expect(Date().timeIntervalSince(started) < Self.bound)
    }
}
