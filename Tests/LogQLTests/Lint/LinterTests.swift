import Diagnostics
import TestSupport
import Testing

@testable import LogQL

@Suite struct LinterTests {
    @Test func rulesAreInTheOrderOfTheirIDs() {
        let ids = Linter.rules.map { $0.id.text }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
    }

    @Test func findingsStandInTheOrderOfTheirPlaces() {
        let text = #"topk(5, rate({app=~".+", env=~"p"} |~ ".*a.*" | json [7d]))"#
        let findings = Linter().findings(in: Array(text.utf8))
        #expect(
            findings.map(\.rule) == [
                "logql/topk-over-streams", "logql/regexp-where-literal-serves", "logql/regexp-where-literal-serves",
                "logql/unbounded-range",
            ])
    }

    @Test(arguments: [
        (
            #"{app=~"x", env=~".*"} | json | a=~"b" |~ ".*c.*" |= "c""#,
            #"{app="x"} |= "c" | json | a="b""#
        ),
        (#"count_over_time({app="x"} |= "a" |= "a" [1m]) / 60"#, #"rate({app="x"} |= "a" [1m])"#),
        (#"{app="x"} | json | level="a" # note"#, #"{app="x"} | json | level="a" # note"#),
        ("{app='x'}", "{app='x'}"),
    ])
    func safeFixesAreMadeUntilNoneIsLeft(query: String, fixed: String) {
        #expect(String(decoding: Linter().fixed(Array(query.utf8)), as: UTF8.self) == fixed)
    }

    @Test func placesLeadToTheFile() throws {
        let marked = MarkedText("first\nrate({app=\"x\"}⟦[7d]⟧)\n")
        let file = marked.file("q.logql")
        var builder = PositionMap.Builder()
        builder.copy(6..<file.bytes.count, of: PositionMap(identity: file))
        let text = QueryText(Array(file.bytes[6...]), map: builder.build(fallback: file.wholeSpan))
        let found = try #require(Linter().diagnostics(in: text).first)
        #expect(found.span.range == marked.ranges[0])
    }

    @Test func fixesAreGivenWhereTheyCanBeWritten() {
        let file = SourceFile(path: "q", text: #"{app=~"x"}"#)
        #expect(Linter().diagnostics(in: QueryText(file)).first?.fix?.edits.first?.span.text == #"=~"x""#)
        let quoted = QueryText(file.bytes, map: PositionMap(identity: file), takesFixes: false)
        #expect(Linter().diagnostics(in: quoted).first?.fix == nil)
    }

    /// What fixes make is read, and has no safe fix left.
    @Test func fixedQueriesAreRead() {
        var generator = SeededGenerator(seed: 7)
        let stages = [
            #"|~ ".*a.*""#, #"|~ ".*a[bc].*""#, #"!= "b""#, #"!~ "b" or "c""#, #"|= "" "#, "| json", "| logfmt a",
            "| unpack",
            "| drop a", "| keep b", #"| a=~".*""#, #"| b=~"c" or d=~"e""#, #"| line_format "{{.a}}""#, "| decolorize",
            "| d > 1", #"|= "a" or "b" "#, "# note\n",
        ]
        for _ in 0..<2_000 {
            let pipeline = (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
                stages.randomElement(using: &generator)
            }
            var query = #"{app=~"x", env=~".*"} "# + pipeline.joined(separator: " ")
            if Bool.random(using: &generator) { query = "count_over_time(\(query) [1m]) / 60" }
            guard Query(query).errors.isEmpty else { continue }
            let fixed = Linter().fixed(Array(query.utf8))
            #expect(Query(fixed).errors.isEmpty, "\(query)\n\(String(decoding: fixed, as: UTF8.self))")
            #expect(Linter().fixed(fixed) == fixed)
        }
    }

    /// Queries at the limit of what Loki reads, of each part over and over, do not keep a linter for long.
    @Test(arguments: [
        (#"{app="x"}"#, #" |= "a""#), (#"{app="x"}"#, " | json"), (#"{app="x"}"#, #" | a="b""#),
        (#"{app="x"}"#, #" !~ "a" # galley-allow a/b: c"# + "\n"), (#"{app="x"} | json"#, " | a>1"),
        (#"{app="x"}"#, " # galley-allow a/b: c\n"), (#"{app="x"}"#, #" | line_format "a""#),
    ])
    func longQueriesAreReadSoon(start: String, part: String) {
        let text =
            start + String(repeating: part, count: (Query.maximumLength - start.utf8.count - 1) / part.utf8.count)
        let clock = ContinuousClock()
        var report: [Diagnostic] = []
        let file = SourceFile(path: "q", text: text)
        let time = clock.measure {
            _ = Linter().diagnostics(in: QueryText(file))
            _ = Linter.suppressions(in: QueryText(file), into: &report)
            _ = Linter().fixed(file.bytes)
        }
        #expect(time < .seconds(20))
    }
}
