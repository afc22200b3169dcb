import Diagnostics
import TestSupport
import Testing

@testable import Checkers

struct HCLTests {
    private func expect(_ rule: String, _ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = MarkedText(marked)
        let findings = HCLFindings(text.bytes, map: PositionMap(identity: text.file("main.tf"))).findings
        #expect(
            findings.allSatisfy { $0.rule.text == rule } && findings.map(\.span.range) == text.ranges,
            "\(findings.map(CollectorFound.init))", sourceLocation: sourceLocation)
    }

    private static let release = """
        # A chart { with = "all"
        ⟦resource "helm_release" "loki"⟧ {
          name       = "loki"
          repository = "https://example.com/charts"
          chart      = "loki"
          values     = [<<-EOT
            version = "1" }
            EOT
          , file("${path.module}/a-${"b"}.yaml")]

          set {
            name  = "version"
            value = "1"
          }
        }

        """

    @Test func charts() {
        let pinned = Self.release.replacing("⟦", with: "").replacing("⟧", with: "")
        expect("hcl/unpinned-chart", Self.release)
        expect("none", pinned.replacing("  chart ", with: "  version = var.chart\n  chart "))
        expect("none", pinned.replacing("  repository = \"https://example.com/charts\"\n", with: ""))
        expect("none", pinned.replacing("helm_release", with: "other"))
    }

    @Test func passwords() {
        expect(
            "security/literal-password",
            "provider \"x\" {\n  password = \"⟦s3cret⟧\" # no\n  user = \"u\"\n  nested {\n    db_password = \"⟦p⟧\"\n  }\n}\n"
        )
        expect(
            "none", "provider \"x\" {\n  password = var.password\n  api_key = \"${var.a}\"\n  client_secret = \"\"\n}\n"
        )
        expect("none", "variable \"password\" {\n  default = \"x\"\n  sensitive = true\n}\n")
        expect("none", "locals {\n  password = \"a\" == var.b ? 1 : 2\n}\n")
    }

    @Test func theWholeWorld() {
        func rule(_ type: String, _ port: Int, _ blocks: String) -> String {
            "resource \"aws_security_group_rule\" \"x\" {\n  type = \"\(type)\"\n  to_port = \(port)\n  cidr_blocks = [\(blocks)]\n}\n"
        }
        expect("security/world-open", rule("ingress", 3100, "\"10.0.0.0/8\", ⟦\"0.0.0.0/0\"⟧"))
        expect(
            "security/world-open",
            "resource \"g\" \"x\" {\n  ingress {\n    ipv6_cidr_blocks = [⟦\"::/0\"⟧]\n  }\n}\n")
        expect("none", rule("egress", 3100, "\"0.0.0.0/0\"") + rule("ingress", 443, "\"0.0.0.0/0\""))
        expect("none", rule("ingress", 3100, "\"10.0.0.0/8\"") + "egress {\n  cidr_blocks = [\"0.0.0.0/0\"]\n}\n")
    }

    @Test func places() {
        let text = Array("a = 1\né = =\n".utf8)
        #expect(
            HCLFindings.place(in: "Unexpected token Token('EQ') at line 2, column 5.\nExpected").map {
                [$0.line, $0.column]
            } == [2, 5])
        #expect(HCLFindings.place(in: "no place") == nil)
        #expect(HCLFindings.range(2, 5, in: text) == 11..<12)
        #expect(HCLFindings.range(9, 1, in: text) == text.count..<text.count)
    }

    @Test func anyBytes() {
        var generator = SeededGenerator(seed: 4)
        let alphabet = Array("{}[]()=\"$%\\<-E\n a#/*".utf8) + [0, 0xFF]
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0..<50, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            for block in HCLScan(bytes).blocks { #expect(block.head.upperBound <= bytes.count) }
        }
    }
}
