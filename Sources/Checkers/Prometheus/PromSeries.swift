import Configuration
import Diagnostics
import Proofs
import YAML

/// Metrics of the project that queries run on, by the engine of Prometheus in promtool.
struct PromSeries {
    enum Answer: Sendable, Equatable {
        /// As Prometheus writes them: `{job="loki"} 3.5`.
        case samples([String])
        /// The query fails on these series: the message.
        case refused(String)
        /// There is no answer: the reason.
        case unread(String)
    }

    private let setting: ProofSettings.Series
    private let workbench: Workbench

    init(_ setting: ProofSettings.Series, _ workbench: Workbench) {
        self.setting = setting
        self.workbench = workbench
    }

    /// Runs queries at the moment that counts as now, all in one run.
    func answers(to queries: [[UInt8]], _ promtool: Promtool) async -> [Answer] {
        let text: String
        switch test(of: queries) {
        case .failure(let failure): return queries.map { _ in .unread(failure.reason) }
        case .success(let made): text = made
        }
        guard let file = TemporaryText(Array(text.utf8), ending: "yml") else {
            return queries.map { _ in .unread("no temporary file can be written") }
        }
        defer { file.remove() }
        let command = ProcessCommand(
            promtool.found.path, ["test", "rules", file.path], timeLimit: .seconds(300), outputLimit: 40_000_000)
        let outcome = await command.run()
        let answers = Self.answers(in: outcome.outputText + "\n" + outcome.errorText)
        guard answers.count == queries.count else {
            let said = (outcome.errorText + outcome.outputText).split(separator: "\n")
                .map { $0.trimmingPrefix { $0 == " " } }
                .first { !$0.hasPrefix("Unit Testing") && !$0.hasPrefix("FAILED") && !$0.isEmpty }
            return queries.map { _ in .unread("`\(setting.file.value)`: \(said.map(String.init) ?? "\(outcome.end)")") }
        }
        return answers
    }

    private struct Unreadable: Error { let reason: String }

    /// A test that asks for what no query gives, so that promtool prints what each of them gives.
    private func test(of queries: [[UInt8]]) -> Result<String, Unreadable> {
        let path = setting.file.value
        guard case .success(let file) = workbench.files.file(path) else {
            return .failure(Unreadable(reason: "`\(path)` can't be read"))
        }
        var findings: [Diagnostic] = []
        let stream = YAMLStream(file, into: &findings)
        guard stream.isComplete, let document = stream.documents.first else {
            return .failure(Unreadable(reason: "`\(path)` is no YAML: \(findings.first?.message ?? "it is empty")"))
        }
        guard let list = document["input_series"]?.sequence, !list.isEmpty else {
            return .failure(Unreadable(reason: "`\(path)` has no list `input_series`"))
        }
        var series = ""
        for (number, one) in list.enumerated() {
            guard let name = one["series"]?.scalar?.value, let values = one["values"]?.scalar?.value else {
                return .failure(
                    Unreadable(
                        reason: "`\(path)`: the element \(number + 1) of `input_series` lacks `series` or `values`"))
            }
            series += "  - {series: \(Self.quoted(name)), values: \(Self.quoted(values))}\n"
        }
        let interval = document["interval"]?.scalar?.value ?? "1m"
        let asked = queries.map {
            "  - {expr: \(Self.quoted(String(decoding: $0, as: UTF8.self))), eval_time: \(Self.quoted(setting.now.value)), "
                + "exp_samples: [{labels: '{galley=\"asks\"}', value: 0}]}\n"
        }
        return .success(
            "tests:\n- interval: \(Self.quoted(interval))\n  input_series:\n\(series)  promql_expr_test:\n\(asked.joined())"
        )
    }

    /// JSON strings are YAML.
    private static func quoted(_ text: String) -> String { JSONValue.string(text).text(pretty: false) }

    /// What promtool says of each query: `expr: "…", time: …,` and `got: …` below it, or `err: …` behind it.
    static func answers(in printed: String) -> [Answer] {
        var answers: [Answer] = []
        for line in printed.split(separator: "\n") {
            let text = line.trimmingPrefix { $0 == " " }
            if text.hasPrefix("expr: ") {
                if let mark = text.firstRange(of: ", err: ") {
                    answers.append(.refused(String(text[mark.upperBound...])))
                }
            } else if let got = text.wholePrefix("got:") {
                answers.append(.samples(samples(got.trimmingPrefix { $0 == " " })))
            }
        }
        return answers
    }

    /// `{a="x"} 1E+00, {a="y, {z}"} 2.5E+01`, or `nil`.
    private static func samples(_ text: Substring) -> [String] {
        var samples: [String] = []
        var labels: [UInt8] = []
        var value: [UInt8] = []
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        for byte in text.utf8 {
            if depth > 0 {
                labels.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if isQuoted {
                    isEscaped = byte == UInt8(ascii: "\\")
                    if byte == UInt8(ascii: "\"") { isQuoted = false }
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted = true
                } else if byte == UInt8(ascii: "}") {
                    depth = 0
                }
            } else if byte == UInt8(ascii: "{") {
                labels = [byte]
                depth = 1
            } else if byte == UInt8(ascii: ",") {
                if let sample = sample(labels, value) { samples.append(sample) }
                (labels, value) = ([], [])
            } else if byte != 0x20 {
                value.append(byte)
            }
        }
        if let sample = sample(labels, value) { samples.append(sample) }
        return samples
    }

    private static func sample(_ labels: [UInt8], _ value: [UInt8]) -> String? {
        let text = String(decoding: value, as: UTF8.self)
        guard !labels.isEmpty, !text.isEmpty else { return nil }
        // `1.25E+01` as 12.5; infinities and NaN as Prometheus writes them.
        let number = Double(text.hasPrefix("+") ? String(text.dropFirst()) : text)
        let written =
            number.flatMap { number -> String? in
                guard number.isFinite else { return nil }
                return number.magnitude < 1e15 && number == number.rounded() ? "\(Int(number))" : "\(number)"
            } ?? text
        return "\(String(decoding: labels, as: UTF8.self)) \(written)"
    }
}

extension Substring {
    /// What stands behind a prefix; nil where there is none.
    fileprivate func wholePrefix(_ prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}
