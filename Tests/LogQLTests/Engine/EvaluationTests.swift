import Foundation
import LogQL
import Testing

/// Queries on small datasets with the answers that Loki gives, each reasoned from its semantics.
@Suite struct EvaluationTests {
    private static let engines = Dictionary(
        uniqueKeysWithValues: EvaluationFile.names.map { ($0, Engine(EvaluationFile($0).dataset)) })

    @Test(arguments: EvaluationFile.names.flatMap { EvaluationFile($0).cases })
    func answers(one: EvaluationFile.Case) throws {
        let engine = try #require(Self.engines[one.file])
        #expect(Self.lines(Self.answer(one.question, engine)) == one.answer)
    }

    @Test func thereAreEnough() {
        #expect(EvaluationFile.names.reduce(0) { $0 + EvaluationFile($1).cases.count } >= 600)
    }

    /// Asks `at 60s: …`, `from 0s to 60s step 10s: …`, or `lines from 0s to 60s forward limit 2: …`.
    private static func answer(_ question: String, _ engine: Engine) -> String {
        let parts = question.components(separatedBy: ": ")
        let words = parts[0].components(separatedBy: " ")
        func time(behind word: String) -> Int64 {
            words.firstIndex(of: word).map { EvaluationFile.moment(words[$0 + 1]) } ?? 0
        }
        var request: QueryRequest
        if words[0] == "at" {
            request = QueryRequest(time: time(behind: "at"))
        } else {
            request = QueryRequest(start: time(behind: "from"), end: time(behind: "to"), step: 0)
            if let place = words.firstIndex(of: "step") {
                request.step = EvaluationFile.nanoseconds(words[place + 1])
            }
            if let place = words.firstIndex(of: "limit") { request.limit = Int(words[place + 1]) ?? 0 }
            request.direction = words.contains("forward") ? .forward : .backward
        }
        let query = Query(parts.dropFirst().joined(separator: ": "))
        guard let expression = query.expression else { return ResultJSON.error("\(query.errors)", type: "bad_data") }
        do {
            let (result, statistics) = try engine.run(expression, request)
            return ResultJSON.text(result, statistics)
        } catch {
            return ResultJSON.error(error.message, type: "execution")
        }
    }

    // MARK: - Showing

    private static func lines(_ answer: String) -> [String] {
        guard let body = try? JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any] else {
            return ["no JSON: \(answer)"]
        }
        if let error = body["error"] as? String {
            return ["error: " + error.components(separatedBy: "\n")[0]]
        }
        let data = body["data"] as? [String: Any] ?? [:]
        let result = data["result"] as? [Any] ?? []
        if data["resultType"] as? String == "scalar" { return ["scalar \(result.last ?? "")"] }
        let shown = result.compactMap { $0 as? [String: Any] }.flatMap(lines)
        return shown.isEmpty ? ["nothing"] : shown
    }

    private static func lines(_ element: [String: Any]) -> [String] {
        if let stream = element["stream"] as? [String: String] {
            let entries = element["values"] as? [[String]] ?? []
            return [labels(stream)]
                + entries.map { "  \(offset(Int64($0[0]) ?? 0)) \(quoted($0[1]))" }
        }
        let labels = labels(element["metric"] as? [String: String] ?? [:])
        if let value = element["value"] as? [Any] { return ["\(labels) \(value[1])"] }
        let points = element["values"] as? [[Any]] ?? []
        let values = points.map { point in
            let seconds = (point[0] as? NSNumber)?.doubleValue ?? 0
            return "\(point[1])@\(offset(Int64((seconds * 1000).rounded()) * 1_000_000))"
        }
        return ["\(labels) \(values.joined(separator: " "))"]
    }

    private static func labels(_ labels: [String: String]) -> String {
        "{" + labels.sorted { $0.key < $1.key }.map { "\($0.key)=\(quoted($0.value))" }.joined(separator: ", ") + "}"
    }

    private static func quoted(_ text: String) -> String {
        let escapes: [Character: String] = ["\"": "\\\"", "\\": "\\\\", "\t": "\\t", "\n": "\\n"]
        return "\"" + text.map { escapes[$0] ?? String($0) }.joined() + "\""
    }

    private static func offset(_ time: Int64) -> String {
        let distance = time - EvaluationFile.base
        var fraction = String(format: "%09lld", distance.magnitude % 1_000_000_000)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let sign = distance < 0 ? "-" : ""
        return sign + "\(distance.magnitude / 1_000_000_000)" + (fraction.isEmpty ? "" : "." + fraction) + "s"
    }
}
