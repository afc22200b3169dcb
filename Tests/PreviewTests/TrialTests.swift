import Foundation
import TestSupport
import Testing

@testable import Preview

@Suite struct TrialTests {
    private func desk(patience: Duration = .seconds(60)) async throws -> Desk {
        let folder = try SampleProjects.minimal()
        let lines = (0..<40).map { index in
            #"{"labels":{"app":"harbour"},"ts":"\#(1_700_000_000 + index * 60)000000000","line":"ship=\#(index) tons=\#(index * 10)"}"#
        }
        try folder.write(lines.joined(separator: "\n") + "\n", to: "content/ships.jsonl")
        try folder.write(
            try folder.read("galley.yml") + "datasets:\n  ships:\n    files: [content/ships.jsonl]\n", to: "galley.yml")
        return try await Desk(folder, patience: patience)
    }

    private struct Answer: Decodable {
        struct Finding: Decodable {
            let rule: String
            let severity: String
            let start: Int
            let end: Int
        }
        struct Result: Decodable {
            struct Data: Decodable { let resultType: String }
            let data: Data
        }
        let findings: [Finding]
        let answers: [Result]
        let error: String?
    }

    private func ask(_ query: String, dataset: String? = "ships", _ desk: Desk) async throws -> Answer {
        var question = ["query": query]
        question["dataset"] = dataset
        let body = String(decoding: try JSONEncoder().encode(question), as: UTF8.self)
        let response = await desk.post("/-/try", body)
        try #require(response.status == 200, "\(response.text)")
        #expect(response["Content-Type"] == "application/json")
        return try JSONDecoder().decode(Answer.self, from: Data(response.text.utf8))
    }

    @Test func logQueriesGiveLines() async throws {
        let answer = try await ask(#"{app="harbour"} |= "ship=3""#, try desk())
        #expect(answer.answers.map(\.data.resultType) == ["streams"])
        #expect(answer.error == nil)
    }

    @Test func metricQueriesGiveATableAndALine() async throws {
        let answer = try await ask(#"sum(count_over_time({app="harbour"}[5m]))"#, try desk())
        #expect(answer.answers.map(\.data.resultType) == ["vector", "matrix"])
    }

    @Test func findingsPointAtWhatABrowserCounts() async throws {
        // Two UTF-16 units for one sign of four bytes.
        let answer = try await ask(#"{app="🚢"} | jsn"#, try desk())
        let finding = try #require(answer.findings.first)
        #expect(finding.rule == "logql/syntax")
        #expect((finding.start, finding.end) == (13, 16))
        #expect(answer.answers.isEmpty)
    }

    @Test func theOnlyDatasetNeedsNoName() async throws {
        #expect(try await ask(#"{app="harbour"}"#, dataset: nil, desk()).answers.count == 1)
    }

    @Test func unknownDatasetsAreTold() async throws {
        #expect(
            try await ask(#"{app="harbour"}"#, dataset: "../ships", desk()).error == "there is no dataset `../ships`")
    }

    @Test func hugeQueriesAreRefused() async throws {
        let desk = try await desk()
        let long = #"{app="\#(String(repeating: "x", count: 9_000))"}"#
        #expect(try await ask(long, desk).error == "the query has 9008 bytes, and the panel takes 8192")
        let body = #"{"query":"\#(String(repeating: "x", count: 70_000))"}"#
        #expect(await desk.post("/-/try", body).status == 413)
    }

    @Test(arguments: ["", "{", "[]", "null", #"{"query": 5}"#, #"{"dataset": "ships"}"#, "\u{0}"])
    func whatIsNoQuestionIsRefused(body: String) async throws {
        #expect(try await desk().post("/-/try", body).status == 400)
    }

    @Test func whatAFormCanSendIsRefused() async throws {
        for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
            let headers = ["content-type": type]
            #expect(try await desk().post("/-/try", #"{"query":"{a=\"b\"}"}"#, headers).status == 415)
        }
        #expect(try await desk().get("/-/try").status == 405)
    }

    /// Deep nesting, long sums, large windows: bounded by the length of the query and of the answer.
    @Test func hostileQueriesEnd() async throws {
        let desk = try await desk()
        let deep =
            String(repeating: "(", count: 3_000) + #"rate({app="harbour"}[1m])"# + String(repeating: ")", count: 3_000)
        let wide = (0..<200).map { _ in #"rate({app="harbour"}[9999w])"# }.joined(separator: "+")
        for query in [deep, wide] { _ = try await ask(query, desk) }
        #expect(try await ask(#"{app="harbour"}"#, desk).answers.count == 1, "and the panel answers on")
    }

    @Test func thePatienceOfAPanelEnds() async throws {
        let desk = try await desk(patience: .zero)
        let answer = try await ask(#"sum(count_over_time({app="harbour"}[5m]))"#, desk)
        // A quick machine may be done before it is asked to stop.
        #expect(answer.error == "the query runs for more than 0 seconds" || answer.answers.count == 2)
    }
}
