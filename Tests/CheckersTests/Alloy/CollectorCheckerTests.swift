import Configuration
import Diagnostics
import Foundation
import Proofs
import TestSupport
import Testing
import YAML

@testable import Checkers

/// The checkers as the prover calls them.
struct CollectorCheckerTests {
    private let folder: TemporaryFolder
    private static let settings =
        "site: {title: T, url: https://e.com/}\npublications:\n  - {id: a, title: A, source: a, navigation: [{title: B, pages: [b.md]}]}\n"

    init() throws { folder = try TemporaryFolder() }

    private func snippet(
        _ text: String, _ language: String, number: Int = 0, kind: String? = nil, container: String? = nil,
        file: String = "page.md"
    ) -> Snippet {
        let source = SourceFile(path: file, text: text)
        let map = PositionMap(identity: source)
        var request = ProofRequest()
        request.container = container.map { Located($0, at: map.origin(at: 0)) }
        return Snippet(
            id: "page/\(number)", isNamed: false, fragment: "page.md", number: number, language: language,
            kind: kind.map { Located($0, at: map.origin(at: 0)) }, code: source.bytes, map: map,
            opening: map.origin(at: 0),
            request: request, output: nil)
    }

    private func prove(
        _ snippet: Snippet, beside: [Snippet] = [], by checker: some Checker, path: String = ""
    ) async throws -> Proof {
        var findings: [Diagnostic] = []
        let files = try #require(ProjectFiles(root: folder.path))
        let workbench = Workbench(
            files: files,
            configuration: try #require(
                Configuration(SourceFile(path: "galley.yml", text: Self.settings), into: &findings)),
            snippets: [snippet] + beside, toolbox: Toolbox(path: path))
        return await checker.prove(snippet, in: workbench)
    }

    private func program(_ name: String, _ script: String) throws -> String {
        try folder.write(
            "#!/bin/sh\n[ \"$1\" = --version ] && { echo '\(name) 8.1.4'; exit 0; }\n\(script)\n", to: "bin/\(name)")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/\(name)")
        return folder.path + "/bin"
    }

    private static let process = "loki.process \"a\" {\n  forward_to = [loki.write.main.receiver]\n}\n"

    @Test func partAlone() async throws {
        let proof = try await prove(snippet(Self.process, "alloy"), by: AlloyChecker())
        #expect(proof.level == .validated && proof.findings.isEmpty)
        #expect(proof.claims.contains("not resolved in this part: `loki.write.main`"))
        #expect(proof.tools == ["the inventory of Alloy 1.18 (main of 2026-08-21)"])
    }

    @Test func partOfAPage() async throws {
        let other = snippet("loki.write \"main\" { }\n", "alloy", number: 1)
        let proof = try await prove(snippet(Self.process, "alloy"), beside: [other], by: AlloyChecker())
        #expect(proof.claims == ["1 component held against the inventory", "1 reference leads to a component"])
    }

    @Test func partOfAFile() async throws {
        try folder.write("loki.write \"other\" { }\n", to: "config.alloy")
        let part = snippet(Self.process, "alloy", container: "config.alloy")
        let proof = try await prove(part, by: AlloyChecker())
        #expect(proof.findings.map(\.rule) == ["alloy/unresolved-reference"])
        #expect(proof.findings.first?.span.text == "loki.write.main")
        let included = snippet(Self.process, "alloy", file: "whole.alloy")
        #expect(try await prove(included, by: AlloyChecker()).findings.count == 1)
    }

    @Test func argumentsAlone() async throws {
        let proof = try await prove(snippet("frobnicate = 1\n", "alloy"), by: AlloyChecker())
        #expect(proof.level == .parsed && proof.shortfall != nil && proof.findings.isEmpty)
    }

    @Test func broken() async throws {
        let proof = try await prove(snippet("loki.write \"main\" {\n", "alloy"), by: AlloyChecker())
        #expect(proof.level == nil && proof.findings.map(\.rule) == ["alloy/syntax"])
    }

    @Test func programRefuses() async throws {
        let path = try program("alloy", "echo \"Error: $2:2:3: no such thing\" >&2; exit 1")
        let proof = try await prove(snippet(Self.process, "alloy"), by: AlloyChecker(), path: path)
        #expect(proof.findings.map(\.rule) == ["alloy/refused"])
        #expect(proof.findings.first?.message == "alloy 8.1.4 refuses it: no such thing")
        #expect(proof.findings.first?.span.start == Location(line: 2, column: 3))
    }

    @Test(arguments: [("exit 0", []), ("exit 1", ["proof/tool-failed"]), ("kill -9 $$", ["proof/tool-failed"])])
    func programAnswers(_ script: String, _ rules: [String]) async throws {
        let path = try program("alloy", script)
        let proof = try await prove(snippet(Self.process, "alloy"), by: AlloyChecker(), path: path)
        #expect(proof.findings.map(\.rule.text) == rules)
        #expect(proof.tools.last == "alloy 8.1.4")
    }

    @Test func settings() async throws {
        let good = try await prove(
            snippet("[security]\ncookie_secure = true\n", "ini", kind: "grafana-ini"), by: INIChecker())
        #expect(good.level == .validated && good.findings.isEmpty && good.claims == ["1 setting read"])
        let bad = try await prove(
            snippet("[security]\ncookie_secured = true\n", "ini", kind: "grafana-ini"), by: INIChecker())
        #expect(bad.findings.map(\.rule) == ["grafana/unknown-setting"])
        let plain = try await prove(snippet("[mysqld]\nskip\n", "ini"), by: INIChecker())
        #expect(plain.level == .parsed && plain.findings.isEmpty)
    }

    @Test func terraform() async throws {
        let text = snippet("resource \"a\" \"b\" {\n  c =\n}\n", "hcl")
        let missing = try await prove(text, by: HCLChecker())
        #expect(
            missing.level == nil && missing.findings.isEmpty && missing.shortfall?.contains("not installed") == true)
        let good = try program("hcl2tojson", "cat > /dev/null; echo '{}'")
        let accepted = try await prove(text, by: HCLChecker(), path: good)
        #expect(accepted.level == .parsed && accepted.tools == ["hcl2tojson 8.1.4"])
        let bad = try program(
            "hcl2tojson", "cat > /dev/null; echo 'Unexpected token Token() at line 2, column 5.' >&2; exit 2")
        let refused = try await prove(text, by: HCLChecker(), path: bad)
        #expect(refused.findings.map(\.rule) == ["hcl/syntax"])
        #expect(refused.findings.first?.span.start == Location(line: 2, column: 5))
        let silent = try program("hcl2tojson", "exit 3")
        #expect(try await prove(text, by: HCLChecker(), path: silent).findings.map(\.rule) == ["proof/tool-failed"])
    }
}
