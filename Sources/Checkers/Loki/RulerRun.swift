import Diagnostics
import LogQL
import YAML

/// What an alerting rule does as time goes by, the way Loki's ruler has it: a series that stays for `for` fires.
struct RulerRun {
    private let rule: YAMLNode
    private let expression: Expression

    /// - Returns: nil where the rule has no query that can be run.
    init?(_ rule: RuleFile.Rule) {
        guard let text = rule.expression?.value, let expression = Query(Array(text.utf8)).expression,
            case .metric = expression
        else { return nil }
        self.rule = rule.node
        self.expression = expression
    }

    /// The rule is asked at most so often.
    static let limit = 11_000

    /// The labels of the alerts that fire, without `alertname`.
    /// - Throws: `EngineError` when the query fails.
    func firing(in test: LokiRuleTests.Case) throws(EngineError) -> [[String: String]] {
        let wait = duration("for")
        let keep = duration("keep_firing_for")
        // The moment since which a series is there, and the last at which it was.
        var active: [LabelSet: (since: Int64, last: Int64)] = [:]
        let engine = Engine(test.dataset)
        for time in stride(from: 0, through: test.time, by: Int(test.interval)).suffix(Self.limit) {
            let time = Int64(time)
            let (result, _) = try engine.run(expression, QueryRequest(time: time))
            guard case .vector(let series) = result else { continue }
            var present: Set<LabelSet> = []
            for one in series {
                present.insert(one.labels)
                active[one.labels] = (active[one.labels]?.since ?? time, time)
            }
            for (labels, state) in active where !present.contains(labels) {
                let hasFired = state.last - state.since >= wait
                if !hasFired || time - state.last >= keep { active[labels] = nil }
            }
        }
        return active.filter { test.time - $1.since >= wait && $1.last - $1.since >= wait }
            .map { labels($0.key) }
    }

    private func labels(_ series: LabelSet) -> [String: String] {
        var labels = Dictionary(series.labels.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let own = labels
        for entry in rule["labels"]?.mapping?.entries ?? [] {
            guard let name = entry.name, let text = entry.value.scalar?.value else { continue }
            labels[name] = Self.filled(text, own)
        }
        return labels
    }

    /// Labels are put in; what else a template computes stays as it is written.
    private static func filled(_ text: String, _ labels: [String: String]) -> String {
        guard text.contains("{{") else { return text }
        var filled = text
        for (name, value) in labels {
            for form in ["{{ $labels.\(name) }}", "{{$labels.\(name)}}"] {
                filled = filled.replacing(form, with: value)
            }
        }
        return filled
    }

    private func duration(_ key: String) -> Int64 {
        rule[key]?.scalar.flatMap { LokiValue.nanoseconds($0.value) } ?? 0
    }
}
