import Diagnostics
import Proofs
import YAML

/// Cases for alerts of Loki's ruler: run by the engine.
public struct LokiRuleTestChecker: Checker {
    public let name = "loki-rule-test"
    public let subjects = [Subject("yaml", as: "loki-rule-test")]
    public let doesNot = ["does not compare annotations"]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .executed }

    /// The blocks that hold the rules.
    public func companions(of snippet: Snippet, in workbench: Workbench) -> [Snippet] {
        workbench.snippets.filter { $0.kind?.value == "loki-rules" }
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: snippet.code, map: snippet.map, into: &findings)
        guard stream.isComplete else { return Proof(level: nil, findings: findings) }
        let tests = LokiRuleTests(stream.documents)
        findings += tests.findings
        let rules = LokiRuleBook(workbench)
        for test in tests.cases { findings += rules.failure(of: test) }
        if tests.cases.isEmpty, findings.isEmpty {
            findings.append(LokiRulesUnknownKey.missing("alert_rule_test", at: snippet.opening))
        }
        let count = tests.cases.count
        let isBroken = findings.contains { $0.severity == .error }
        return Proof(
            level: isBroken ? .parsed : .executed, findings: findings, tools: ["Galley's LogQL"],
            claims: isBroken ? [] : ["\(count) case\(count == 1 ? "" : "s") hold\(count == 1 ? "s" : "")"])
    }
}

/// All rules of Loki's ruler that a project shows, and all cases for them.
struct LokiRuleBook {
    private let alerts: [String: RuleFile.Rule]

    init(_ workbench: Workbench) {
        var ignored: [Diagnostic] = []
        let rules = workbench.snippets.filter { $0.kind?.value == "loki-rules" }.flatMap { snippet in
            RuleFile(YAMLStream(bytes: snippet.code, map: snippet.map, into: &ignored).documents).rules
        }
        self.init(rules)
    }

    init(_ rules: [RuleFile.Rule]) {
        alerts = Dictionary(
            rules.filter(\.isAlert).compactMap { rule in rule.name.map { ($0.value, rule) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The cases of all blocks that hold some.
    static func tests(_ workbench: Workbench) -> LokiRuleTests {
        var ignored: [Diagnostic] = []
        let documents = workbench.snippets.filter { $0.kind?.value == "loki-rule-test" }.flatMap { snippet in
            YAMLStream(bytes: snippet.code, map: snippet.map, into: &ignored).documents
        }
        return LokiRuleTests(documents)
    }

    /// Why a case does not hold.
    func failure(of test: LokiRuleTests.Case) -> [Diagnostic] {
        guard let rule = alerts[test.alert.value] else {
            return [LokiRulesTestFailed.unknown(test.alert.value, known: alerts.keys.sorted(), at: test.alert.origin)]
        }
        // A query that can't be read is a finding of its rule.
        guard let run = RulerRun(rule) else { return [] }
        guard test.time / test.interval < Int64(RulerRun.limit) else {
            return [LokiRulesTestFailed.tooLong(RulerRun.limit, at: test.place)]
        }
        do {
            let firing = try run.firing(in: test)
            let found = firing.map(Self.text).sorted()
            let expected = test.expected.map(Self.text).sorted()
            return found == expected
                ? [] : [LokiRulesTestFailed.found(test.alert.value, expected: expected, firing: found, at: test.place)]
        } catch {
            return [LokiRulesTestFailed.query(test.alert.value, error.message, at: test.place)]
        }
    }

    private static func text(_ labels: [String: String]) -> String {
        "{" + labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: ", ") + "}"
    }
}
