import Checkers
import Foundation
import Proofs
import Testing

@testable import Checkers

/// SQL on a real server: what the parser refuses, what the server refuses, and what snippets can't reach.
@Suite(.enabled("PostgreSQL or the sandbox is missing") { await Proving.hasSandbox && Proving.hasPostgres })
struct SQLTests {
    private var proving: Proving {
        var proving = Proving("sql")
        proving.files = [
            "schema.sql":
                "CREATE TABLE lamp (id int PRIMARY KEY, name text NOT NULL);\nINSERT INTO lamp VALUES (1, 'Étoile'), (2, 'b;b');"
        ]
        proving.configuration = "services: {postgres: {files: [schema.sql], user: keeper, database: tower}}"
        return proving
    }

    @Test func statementsAreRunAndPrintedAsPsqlPrints() async throws {
        let proof = try await proving(
            "SELECT id, name FROM lamp ORDER BY id; -- all\nUPDATE lamp SET name = 'x' WHERE id = 2;")
        #expect(proof.findings.isEmpty && proof.level == .executed, "\(proof)")
        #expect(
            String(decoding: proof.output ?? [], as: UTF8.self) == """
                 id |  name
                ----+--------
                  1 | Étoile
                  2 | b;b
                (2 rows)

                UPDATE 1

                """)
        #expect(proof.claims == ["2 statements run", "2 rows"])
    }

    /// What is said of an index can be shown: a plan without costs is the same on all machines.
    @Test func plansAreShown() async throws {
        let proof = try await proving(
            "SET enable_seqscan = off;\nEXPLAIN (COSTS OFF) SELECT name FROM lamp WHERE id = 1;")
        #expect(proof.findings.isEmpty && proof.level == .executed, "\(proof)")
        let lines = String(decoding: proof.output ?? [], as: UTF8.self).split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(
            lines.filter { !$0.hasPrefix("---") } == [
                "SET", "QUERY PLAN", "Index Scan using lamp_pkey on lamp", "Index Cond: (id = 1)", "(2 rows)",
            ])
    }

    @Test(arguments: [
        ("SELECT 'é', nam FROM lamp;", ["sql/fails: nam"]),
        ("SELECT 1;\n\nSELECT * FROM lamps;", ["sql/fails: lamps"]),
        ("INSERT INTO lamp VALUES (1, 'x');", ["sql/fails: INSERT INTO lamp VALUES (1, 'x')"]),
        ("SELEC 1;", ["sql/syntax: SELEC"]),
        ("SELECT 'é' FORM lamp;\nSELECT (1;", ["sql/syntax: lamp", "sql/syntax: 1"]),
        ("\\d lamp", ["sql/syntax: \\d"]),
        ("-- nothing", ["sql/syntax: "]),
        ("ALTER ROLE keeper Password 'hunter2';", ["security/literal-password: hunter2"]),
        ("ALTER ROLE keeper -- it's his\n PASSWORD 'hunter2';", ["security/literal-password: hunter2"]),
        ("SELECT 'password' AS password, 'x' WHERE 'password ' <> '';", []),
        ("SELECT pg_read_file('/etc/passwd');", ["sql/fails: SELECT pg_read_file('/etc/passwd')"]),
        ("COPY lamp TO PROGRAM 'id';", ["sql/fails: COPY lamp TO PROGRAM 'id'"]),
        ("COPY lamp FROM STDIN;", ["sql/fails: COPY lamp FROM STDIN"]),
    ])
    func aFaultIsToldAtItsBytes(sql: String, expected: [String]) async throws {
        #expect(try await proving.findings(sql) == expected)
    }

    @Test func whatRunsTooLongIsEnded() async throws {
        let proof = try await proving("SELECT pg_sleep(100);")
        #expect(proof.findings.first?.message.contains("57014") == true, "\(proof)")
    }

    @Test func aFileThatMakesTheTablesIsRunInAnEmptyDatabase() async throws {
        var proving = proving
        proving.files["schema.sql"] = "CREATE TABLE broken (;"
        let proof = try await proving("SELECT 1;")
        #expect(
            proof.level == .parsed && proof.shortfall?.contains("PostgreSQL refuses `schema.sql`") == true, "\(proof)")
    }

    @Test(arguments: [
        ("SELECT 1; SELECT 2", ["SELECT 1", "SELECT 2"]),
        (
            "SELECT ';'; -- a; b\nSELECT $$ ; $$; SELECT $x$ $$ ; $x$",
            ["SELECT ';'", "SELECT $$ ; $$", "SELECT $x$ $$ ; $x$"]
        ),
        ("/* ; /* ; */ ; */ SELECT E'\\';' ; SELECT \"a;b\";", ["SELECT E'\\';'", "SELECT \"a;b\""]),
        ("SELECT a$1 FROM t; ;;", ["SELECT a$1 FROM t"]), ("SELECT 'open", ["SELECT 'open"]), ("", []),
    ])
    func textsArePartedAtTheirStatements(sql: String, expected: [String]) {
        let bytes = Array(sql.utf8)
        #expect(SQLStatements.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
    }
}
