import Proofs
import Testing

/// Lines as snippets, below the component that they go through.
struct AlloyLinesCheckerTests {
    private static let pipeline = """
        loki.process "app" {
          forward_to = []
          stage.drop {
            expression = "health"
          }
          stage.replace {
            expression = "password=(\\\\S+)"
            replace    = "***"
          }
        }
        """

    private func proving(_ above: (String, String)...) -> Proving {
        var proving = Proving("text", as: "alloy-lines")
        proving.above = above
        return proving
    }

    @Test func theyGoThroughTheLastComponentAbove() async throws {
        let proving = proving(
            ("alloy", "loki.process \"other\" {\n  forward_to = []\n}"), ("alloy", Self.pipeline), ("bash", "ls"),
            ("alloy", "loki.write \"x\" { }"))
        let proof = try await proving("GET /health\nlogin password=x1 ok\n\n")
        #expect(proof.findings.isEmpty && proof.level == .executed && proof.tools == ["RE2"])
        #expect(proof.claims == ["3 lines through `loki.process.app`"])
        #expect(proof.output.map { String(decoding: $0, as: UTF8.self) } == "login password=*** ok\n\n")
        #expect(try await proving("x").claims == ["1 line through `loki.process.app`"])
    }

    @Test(arguments: [[], [("bash", "ls")], [("alloy", "loki.write \"x\" { }")]] as [[(String, String)]])
    func withoutOneNothingIsProven(above: [(String, String)]) async throws {
        var proving = Proving("text", as: "alloy-lines")
        proving.above = above
        let proof = try await proving("GET /health")
        #expect(proof.level == nil && proof.findings.map(\.rule.text) == ["alloy/lines-without-process"])
        #expect(proof.findings.first?.span.start == .init(line: 1, column: 1))
    }

    @Test func aStageThatIsNotRunIsAShortfall() async throws {
        let proof = try await proving(("alloy", "loki.process \"p\" {\n  stage.json {\n  }\n}"))("x")
        #expect(proof.level == .parsed && proof.shortfall == "`stage.json` is not run" && proof.findings.isEmpty)
    }
}
