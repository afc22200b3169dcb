import Diagnostics
import LogQL
import YAML

/// What is dangerous in the YAML of collectors: Promtail, Fluent Bit, Vector and the
/// OpenTelemetry Collector. Each is known by its keys, so that any document
/// may be given.
public struct CollectorYAML {
    public private(set) var findings: [Diagnostic] = []

    public init(_ document: YAMLNode) {
        let isPromtail = document["clients"] != nil || document["positions"] != nil
        visit(document, isPromtail: isPromtail)
    }

    /// Aliases are left out: what they lead to is looked at where it is written.
    private mutating func visit(_ node: YAMLNode, isPromtail: Bool) {
        guard !node.isAlias else { return }
        for item in node.sequence ?? [] { visit(item, isPromtail: isPromtail) }
        guard let mapping = node.mapping else { return }
        if let stages = node["pipeline_stages"]?.sequence {
            check(stages: stages)
            check(rules: node["relabel_configs"])
        } else if isPromtail {
            check(rules: node["relabel_configs"])
        }
        if node["name"]?.scalar?.value == "loki" { checkFluentBit(node) }
        if node["type"]?.scalar?.value == "loki" { checkVector(node) }
        checkOpenTelemetry(node)
        for entry in mapping.entries where entry.name != "pipeline_stages" {
            visit(entry.value, isPromtail: isPromtail)
        }
    }

    // MARK: Promtail

    /// Where a configuration shows to be Promtail's: the clients that push to Loki, or the stages of its jobs.
    static func promtail(in document: YAMLNode) -> PositionMap.Origin? {
        for (key, mark) in [("clients", "url"), ("scrape_configs", "pipeline_stages")] {
            guard let entry = document.mapping?[key] else { continue }
            let isPromtail = (entry.value.sequence ?? []).contains { item in
                guard let value = item[mark] else { return false }
                return mark != "url" || value.scalar?.value.hasSuffix("/loki/api/v1/push") ?? false
            }
            if isPromtail { return entry.key.origin }
        }
        return nil
    }

    private mutating func check(stages: [YAMLNode]) {
        for (index, stage) in stages.enumerated() {
            for entry in stage["labels"]?.mapping?.entries ?? [] {
                guard let name = entry.name, UnboundedLabel.isUnbounded(name) else { continue }
                if Self.isTaken(name, by: stages[(index + 1)...]) { continue }
                findings.append(SecurityUnboundedLabel.finding(name, at: entry.key.origin))
            }
            check(regexp: stage["replace"]?["expression"], needsGroup: true)
            for kind in ["regex", "drop"] { check(regexp: stage[kind]?["expression"], needsGroup: false) }
            check(stages: stage["match"]?["stages"]?.sequence ?? [])
        }
    }

    private static func isTaken(_ label: String, by stages: ArraySlice<YAMLNode>) -> Bool {
        stages.contains { stage in
            if let dropped = stage["labeldrop"]?.sequence { return dropped.contains { $0.scalar?.value == label } }
            if let kept = stage["labelallow"]?.sequence { return !kept.contains { $0.scalar?.value == label } }
            return stage["pack"]?["labels"]?.sequence?.contains { $0.scalar?.value == label } ?? false
        }
    }

    private mutating func check(regexp node: YAMLNode?, needsGroup: Bool) {
        guard let node, let scalar = node.scalar, !scalar.value.isEmpty else { return }
        let regexp = RegexCheck(scalar.value)
        if let problem = regexp.problem {
            findings.append(CollectorRegexp.found(problem, at: node.origin))
        } else if needsGroup, regexp.groupCount == 0 {
            findings.append(CollectorReplaceWithoutGroup.found(at: node.origin))
        }
    }

    private mutating func check(rules: YAMLNode?) {
        for rule in rules?.sequence ?? [] {
            guard let target = rule["target_label"], let name = target.scalar?.value else { continue }
            let isFixed = rule["replacement"].map { $0.scalar?.value.contains("$") == false } ?? false
            let action = rule["action"]?.scalar?.value ?? "replace"
            guard !isFixed, ["replace", "lowercase", "uppercase"].contains(action) else { continue }
            guard UnboundedLabel.isUnbounded(name), !UnboundedLabel.isOfTarget(name) else { continue }
            findings.append(SecurityUnboundedLabel.finding(name, at: target.origin))
        }
    }

    // MARK: Fluent Bit, Vector and the OpenTelemetry Collector

    /// `{key: loki.attribute.labels, value: "level, request_id"}`: attributes that its exporter makes labels of.
    private mutating func checkOpenTelemetry(_ action: YAMLNode) {
        guard ["loki.attribute.labels", "loki.resource.labels"].contains(action["key"]?.scalar?.value),
            let value = action["value"]?.scalar
        else { return }
        let names = value.value.split { $0 == "," || $0 == " " }.map { String($0).replacing(".", with: "_") }
        if let name = names.first(where: { UnboundedLabel.isUnbounded($0) }) {
            findings.append(SecurityUnboundedLabel.finding(name, at: value.origin))
        }
    }

    /// `labels: job=app, id=$request_id` and `label_keys: $request_id`.
    private mutating func checkFluentBit(_ output: YAMLNode) {
        for key in ["labels", "label_keys"] {
            guard let node = output[key], let text = node.scalar?.value else { continue }
            for part in text.split(separator: ",") where part.contains("$") {
                let words = part.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
                guard let name = words.last(where: UnboundedLabel.isUnbounded) else { continue }
                findings.append(SecurityUnboundedLabel.finding(name, at: node.origin))
            }
        }
    }

    /// `labels: {id: "{{ request_id }}"}`.
    private mutating func checkVector(_ sink: YAMLNode) {
        for entry in sink["labels"]?.mapping?.entries ?? [] {
            guard let name = entry.name, UnboundedLabel.isUnbounded(name) else { continue }
            guard entry.value.scalar?.value.contains("{{") == true else { continue }
            findings.append(SecurityUnboundedLabel.finding(name, at: entry.key.origin))
        }
    }
}
