import LogQL
import Testing

/// What is made of a dataset for a Loki comes back as the same lines.
struct PushBodiesTests {
    private var dataset: Dataset {
        var dataset = Dataset()
        for number in 0..<50 {
            let labels = LabelSet(["app": "lamp", "level": number % 3 == 0 ? "error" : "info"])
            let metadata = number % 2 == 0 ? [Label(name: "trace", value: "t\"\(number)")] : []
            dataset.append(
                labels, time: Int64(number) * 1_000, line: Array("line \(number)\t\"é\"".utf8), metadata: metadata)
        }
        dataset.finish()
        return dataset
    }

    @Test(arguments: [1, 200, 100_000]) func theLinesAreTheSame(size: Int) async {
        let original = dataset
        var settings = LokiStandIn.Settings()
        settings.discovers = false
        let moved: Int64 = 3_600_000_000_000
        let receiver = LokiStandIn(settings) { moved }
        var bodies = 0
        for body in PushBodies(original, movedBy: moved, size: size) {
            bodies += 1
            let push = LokiRequest(
                method: "POST", path: "/loki/api/v1/push", headers: ["content-type": "application/json"], body: body)
            #expect(await receiver.answer(push).status == 204)
        }
        // Two streams, of 17 and 33 lines.
        #expect(size == 1 ? bodies == 50 : size == 200 ? (3...49).contains(bodies) : bodies == 2)
        var expected = original
        expected.move(by: moved)
        let holder = LokiStandIn(settings, dataset: expected) { moved }
        var ask = LokiRequest(method: "GET", path: "/loki/api/v1/query_range")
        ask.parameters = [
            ("query", #"{app="lamp"}"#), ("start", "\(moved)"), ("end", "\(moved + 1_000_000)"), ("limit", "100"),
        ]
        let answers = await (receiver.answer(ask), holder.answer(ask))
        func lines(_ answer: LokiResponse) -> String {
            let text = String(decoding: answer.body, as: UTF8.self)
            return String(
                text.prefix(text.firstRange(of: ",\"stats\"")?.lowerBound.utf16Offset(in: text) ?? text.count))
        }
        #expect(lines(answers.0) == lines(answers.1))
        #expect(lines(answers.0).contains(#"line 49\t\"é\""#))
    }
}
