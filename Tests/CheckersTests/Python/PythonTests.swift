import Diagnostics
import Glibc
import Proofs
import TestSupport
import Testing

@testable import Checkers

struct PythonTests {
    private func proving() -> Proving {
        var proving = Proving("python")
        proving.checker = PythonChecker()
        proving.path = Tools.path
        return proving
    }

    @Test(arguments: [
        ("x = \"é\" + )", ["python/syntax: )"]),
        ("def f():\nreturn 1", ["python/syntax: return"]),
        ("print 'a'", ["python/syntax: print 'a'"]),
        ("return 1", ["python/syntax: return 1"]),
        ("x = 'abc", ["python/syntax: '"]),
        ("x = 1\n  y = 2", ["python/syntax: y = 2"]),
    ])
    func syntax(_ code: String, _ expected: [String]) async throws {
        #expect(try await proving().findings(code) == expected)
        #expect(try await proving()(code).level == nil)
    }

    @Test(.enabled(if: Tools.hasRuff, "ruff is not installed")) func soundCodeIsRun() async throws {
        let proof = try await proving()("print('é')\nif __name__ == '__main__':\n    raise SystemExit(3)\n")
        #expect(proof.findings.isEmpty)
        #expect(proof.level == .executed, "\(proof.shortfall ?? "")")
        #expect(proof.output.map { String(decoding: $0, as: UTF8.self) } == "é\n")
    }

    @Test(
        .enabled(if: Tools.hasRuff, "ruff is not installed"),
        arguments: [
            ("def f():\n    return 1 / 0\n\nprint(\n    f())", ["python/fails: f())"]),
            ("import sys\nsys.exit(2)", ["python/fails: sys.exit(2)"]),
            ("import sys\nsys.exit(0)", []),
            ("import os\nos.kill(os.getpid(), 9)", ["python/fails: import os\nos.kill(os.getpid(), 9)\n"]),
        ])
    func failures(_ code: String, _ expected: [String]) async throws {
        #expect(try await proving().findings(code) == expected)
    }

    @Test(.enabled(if: Tools.hasRuff, "ruff is not installed")) func modulesBesideThePageAreThere() async throws {
        var proving = proving()
        proving.files = ["pages/lamp.py": "on = 7\n"]
        #expect(try await proving("import lamp\nprint(lamp.on)").output == Array("7\n".utf8))
        let proof = try await proving("import missing_module\nprint(missing_module)")
        #expect(proof.level == .validated)
        #expect(proof.shortfall == "not run: the module `missing_module` is not installed")
    }

    /// What is unsafe in any language is told by the rules of all.
    @Test(
        .enabled(if: Tools.hasRuff, "ruff is not installed"),
        arguments: [
            ("db_password = \"hunter2\"\nprint(len(db_password))", ["security/literal-password: \"hunter2\""]),
            (
                "def f(password=\"hunter2\"):\n    return password\nf(password=\"x1\")",
                ["security/literal-password: \"hunter2\"", "security/literal-password: password=\"x1\""]
            ),
            (
                "import ssl\nssl._create_unverified_context()",
                ["security/insecure-skip-verify: ssl._create_unverified_context()"]
            ),
            ("import os\npassword = os.environ.get(\"PASSWORD\", \"\")\nprint(len(password))", []),
        ])
    func security(_ code: String, _ expected: [String]) async throws {
        #expect(try await proving().findings(code) == expected)
    }

    @Test(.enabled(if: Tools.hasRuff, "ruff is not installed")) func ruff() async throws {
        let proof = try await proving()("import os\n\nx = \"é\" + missing\n")
        #expect(
            proof.findings.map { "\($0.severity) \($0.rule): \($0.span.text)" } == [
                "note python/ruff: os", "error python/ruff: missing",
            ])
        #expect(proof.level == .validated)
        #expect(
            try await proving().findings("x = missing  # noqa: F821\n") == ["python/fails: x = missing  # noqa: F821"])
    }

    @Test func withoutRuffItIsOnlyCompiled() async throws {
        var proving = Proving("python")
        proving.checker = PythonChecker()
        let proof = try await proving("x = 1")
        if !Tools.hasRuffOnPath {
            #expect(proof.level == .parsed)
            #expect(proof.shortfall == "ruff is not installed")
        }
        proving.path = "/nonexistent"
        #expect(try await proving("x = 1").shortfall == "python3 is not installed")
    }
}

private enum Tools {
    /// Ruff is often in an environment of Python's own.
    static let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    static let hasRuff = exists(path)
    static let hasRuffOnPath = exists(Proving("python").path)

    private static func exists(_ path: String) -> Bool {
        path.split(separator: ":").contains { (folder: Substring) in access("\(folder)/ruff", X_OK) == 0 }
    }
}
