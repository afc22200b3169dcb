import Diagnostics
import LogQL
import YAML

/// Cases for alerts of Loki's ruler: lines that come in, and which alerts fire at which time.
///
/// They have the form of Prometheus's tests of rules, with lines in place of series:
///
/// ```yaml
/// tests:
///   - name: a burst of errors
///     input_lines:
///       - {labels: {app: shop, level: error}, line: "payment refused", every: 5s, until: 10m}
///     alert_rule_test:
///       - {eval_time: 10m, alertname: ShopErrors, exp_alerts: [{exp_labels: {severity: warning}}]}
/// ```
struct LokiRuleTests {
    struct Case {
        let alert: YAMLScalar
        /// In nanoseconds from the beginning.
        let time: Int64
        /// The labels of each alert that is to fire, without `alertname`.
        let expected: [[String: String]]
        /// Where a difference is shown.
        let place: PositionMap.Origin
        let dataset: Dataset
        /// In nanoseconds.
        let interval: Int64
    }

    private(set) var cases: [Case] = []
    private(set) var findings: [Diagnostic] = []

    /// All lines of a test together, at most.
    private static let lineLimit = 1_000_000
    private static let minute: Int64 = 60_000_000_000

    init(_ documents: [YAMLNode]) {
        for document in documents {
            // A part of a file may be a list of tests.
            if document.sequence == nil { check(document, ["evaluation_interval", "tests"]) }
            let interval = duration(document["evaluation_interval"]) ?? Self.minute
            for test in document["tests"]?.sequence ?? document.sequence ?? [] {
                check(test, ["name", "interval", "input_lines", "alert_rule_test"])
                read(test, interval: duration(test["interval"]) ?? interval)
            }
        }
    }

    /// The alerts that a case makes fire, and those that one keeps silent.
    var fired: Set<String> { Set(cases.filter { !$0.expected.isEmpty }.map(\.alert.value)) }
    var silent: Set<String> { Set(cases.filter(\.expected.isEmpty).map(\.alert.value)) }

    private mutating func read(_ test: YAMLNode, interval: Int64) {
        var dataset = Dataset()
        var count = 0
        for input in test["input_lines"]?.sequence ?? [] { read(line: input, into: &dataset, &count) }
        dataset.finish()
        for check in test["alert_rule_test"]?.sequence ?? [] {
            self.check(check, ["eval_time", "alertname", "exp_alerts"])
            let place = check.mapping?.entries.first?.key.origin ?? check.origin
            guard let alert = required("alertname", of: check, at: place)?.scalar,
                let time = duration(required("eval_time", of: check, at: place))
            else { continue }
            var expected: [[String: String]] = []
            for one in check["exp_alerts"]?.sequence ?? [] {
                // What annotations say is left to the eyes: they are templates.
                self.check(one, ["exp_labels", "exp_annotations"])
                var labels = Self.texts(one["exp_labels"])
                labels["alertname"] = nil
                expected.append(labels)
            }
            cases.append(
                Case(
                    alert: alert, time: time, expected: expected,
                    place: check["exp_alerts"]?.origin ?? alert.origin, dataset: dataset, interval: max(1, interval)))
        }
    }

    private mutating func read(line input: YAMLNode, into dataset: inout Dataset, _ count: inout Int) {
        check(input, ["labels", "line", "every", "from", "until", "metadata"])
        let place = input.mapping?.entries.first?.key.origin ?? input.origin
        guard let line = required("line", of: input, at: place)?.scalar,
            let labels = required("labels", of: input, at: place)
        else { return }
        let from = duration(input["from"]) ?? 0
        let until = duration(input["until"]) ?? from
        let every = max(1, duration(input["every"]) ?? Self.minute)
        let lines = until < from ? 0 : (until - from) / every + 1
        guard count + Int(lines) <= Self.lineLimit else {
            findings.append(LokiRulesTestFailed.tooMany(Self.lineLimit, at: input["every"]?.origin ?? place))
            return
        }
        count += Int(lines)
        let set = LabelSet(Self.texts(labels))
        let metadata = Self.texts(input["metadata"]).map { Label(name: $0, value: $1) }
        for number in 0..<lines {
            dataset.append(set, time: from + number * every, line: Array(line.value.utf8), metadata: metadata)
        }
    }

    // MARK: - Keys and values

    private static func texts(_ node: YAMLNode?) -> [String: String] {
        let pairs = (node?.mapping?.entries ?? []).compactMap { entry in
            entry.name.flatMap { name in entry.value.scalar.map { (name, $0.value) } }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private mutating func required(_ key: String, of node: YAMLNode, at place: PositionMap.Origin) -> YAMLNode? {
        if let value = node[key] { return value }
        findings.append(LokiRulesUnknownKey.missing(key, at: place))
        return nil
    }

    private mutating func check(_ node: YAMLNode, _ known: [String]) {
        for entry in node.mapping?.entries ?? [] {
            guard let name = entry.name, !known.contains(name) else { continue }
            findings.append(LokiRulesUnknownKey.found(name, known: known, at: entry.key.origin))
        }
    }

    private mutating func duration(_ node: YAMLNode?) -> Int64? {
        guard let scalar = node?.scalar else { return nil }
        guard let nanoseconds = LokiValue.nanoseconds(scalar.value) else {
            findings.append(LokiRulesBadDuration.found(scalar.value, at: scalar.origin))
            return nil
        }
        return nanoseconds
    }
}
