import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Checkers

struct CollectorYAMLTests {
    private func expect(_ rule: String, _ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let text = MarkedText(marked)
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: text.bytes, map: PositionMap(identity: text.file("c.yaml")), into: &findings)
        let root = try #require(stream.documents.first, sourceLocation: sourceLocation)
        findings += CollectorYAML(root).findings
        #expect(
            findings.allSatisfy { $0.rule.text == rule } && findings.map(\.span.range) == text.ranges,
            "\(findings.map(CollectorFound.init))", sourceLocation: sourceLocation)
    }

    @Test func promtail() throws {
        let rule = "security/unbounded-label"
        try expect(
            rule,
            """
            clients: [{url: "https://loki"}]
            scrape_configs:
              - job_name: app
                pipeline_stages:
                  - json: {expressions: {level: "", request_id: ""}}
                  - labels:
                      level:
                      ⟦request_id⟧:
                      session:
                  - match:
                      selector: '{a="b"}'
                      stages:
                        - labels: {⟦trace_id⟧: }
                  - labeldrop: [session]
                relabel_configs:
                  - source_labels: [a]
                    target_label: ⟦user_id⟧
                  - target_label: session_id
                    replacement: fixed
                  - target_label: pod_ip
            """)
        // Prometheus has the same key, and labels of another kind.
        try expect("none", "scrape_configs:\n  - relabel_configs:\n      - target_label: user_id\n")
    }

    @Test func replacing() throws {
        try expect(
            "collector/replace-without-group",
            "pipeline_stages:\n  - replace:\n      expression: ⟦'password=\\S+'⟧\n  - replace: {expression: 'a=(\\S+)'}\n"
        )
        try expect("collector/regexp", "pipeline_stages:\n  - regex: {expression: ⟦'(?!a)b'⟧}\n")
    }

    @Test func others() throws {
        let rule = "security/unbounded-label"
        try expect(
            rule,
            "pipeline:\n  outputs:\n    - name: loki\n      labels: ⟦job=app, id=$ctx['request_id']⟧\n      label_keys: $level\n"
        )
        try expect(
            rule,
            "processors:\n  resource:\n    attributes: [{action: insert, key: loki.resource.labels, value: ⟦'level, request.id'⟧}]\n"
        )
        try expect("none", "attributes: [{key: loki.attribute.labels, value: level}, {key: x, value: request_id}]\n")
        try expect(
            rule, "sinks:\n  out:\n    type: loki\n    labels: {app: x, ⟦trace_id⟧: '{{ trace_id }}', session: fixed}\n"
        )
    }
}
