import LogQL
import TestSupport
import Testing

/// Safe fixes leave what a query finds as it was: shown on random lines.
@Suite struct FixEvaluationTests {
    static let stages = [
        "|= \"error\"", "|~ \"error\"", "|~ \".*error.*\"", "|~ \"a|b\"", "!~ \"shop\"", "|= \"error\" |= \"error\"",
        "| json", "| logfmt", "| level=\"error\"", "| level=~\"error\"", "| status >= 500", "| drop level",
        "| line_format \"{{.msg}}\"", "| label_format l=level", "| __error__=\"\"", "| decolorize", "|= \"\"",
        "| pattern \"<a> <b>\"", "| level!~\"info\"", "|~ \"(?i)ERROR\"",
    ]

    static func dataset(_ generator: inout SeededGenerator) -> Dataset {
        var dataset = Dataset()
        for index in 0..<120 {
            let level = ["info", "error", "warn"].randomElement(using: &generator) ?? ""
            let word = ["error", "ERROR", "shop a", "b", "terror\nb", ""].randomElement(using: &generator) ?? ""
            let status = Int.random(in: 198...503, using: &generator)
            let line = [
                "{\"level\":\"\(level)\",\"status\":\(status),\"msg\":\"\(word.filter { $0 != "\n" })\"}",
                "level=\(level) status=\(status) msg=\"\(word.filter { $0 != "\n" })\"", "\(word) \(level)",
                "{\"level\":\"\(level)\",\"sta",
            ].randomElement(using: &generator)
            let app = ["shop", "shopping", "cart"].randomElement(using: &generator) ?? ""
            dataset.append(
                LabelSet(["app": app]), time: 1_700_000_000_000_000_000 + Int64(index) * 700_000_000,
                line: Array((line ?? "").utf8),
                metadata: index % 7 == 0 ? [Label(name: "level", value: "meta")] : [])
        }
        dataset.finish()
        return dataset
    }

    static func query(_ generator: inout SeededGenerator) -> String {
        let selector =
            ["{app=\"shop\"}", "{app=~\"shop\"}", "{app=~\"shop.*\"}", "{app=~\"shop|cart\"}", "{app!~\"cart\"}"]
            .randomElement(using: &generator) ?? ""
        let pipeline = (0..<Int.random(in: 0...5, using: &generator)).compactMap { _ in
            stages.randomElement(using: &generator)
        }.joined(separator: " ")
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return "\(selector) \(pipeline)"
        case 1: return "sum by (level) (count_over_time(\(selector) \(pipeline) [30s]))"
        case 2: return "count_over_time(\(selector) \(pipeline) [30s]) / 30"
        default: return "sum(rate(\(selector) \(pipeline) [1m]))"
        }
    }

    /// What the query finds, or that it fails.
    static func answer(_ text: [UInt8], _ engine: Engine) -> String {
        guard let query = Query(text).expression else { return "refused" }
        let request = QueryRequest(
            start: 1_700_000_000_000_000_000, end: 1_700_000_090_000_000_000, step: 10_000_000_000, limit: 1_000)
        do throws(EngineError) {
            return ResultJSON.text(try engine.run(query, request).result, QueryStatistics())
        } catch {
            // Which of several broken lines is named may change.
            return error.message.hasPrefix("pipeline error") ? "pipeline error" : error.message
        }
    }

    @Test(arguments: 1...4) func leaveTheResultAsItWas(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let engine = Engine(Self.dataset(&generator))
        var (changed, found) = (0, 0)
        for _ in 0..<400 {
            let query = Array(Self.query(&generator).utf8)
            guard Query(query).expression != nil else { continue }
            let fixed = Linter().fixed(query)
            guard fixed != query else { continue }
            changed += 1
            let answer = Self.answer(query, engine)
            if answer.contains("values") { found += 1 }
            let text = String(decoding: query, as: UTF8.self)
            #expect(Self.answer(fixed, engine) == answer, "\(text) → \(String(decoding: fixed, as: UTF8.self))")
        }
        // Most queries have something to fix, and many of them find something.
        #expect(changed > 150)
        #expect(found > 40)
    }
}
