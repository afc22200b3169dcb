import Configuration
import Diagnostics
import Proofs

/// SQL: read by PostgreSQL's parser, then run on a real server with the project's schema and rows.
///
/// Each snippet, and each session, gets a database of its own, so that nothing that one changes meets another. A snippet
/// that is one of the files which make the database runs in an empty one.
public struct SQLChecker: Checker {
    public let name = "sql"
    public let subjects = ["sql", "postgresql", "pgsql"].map { Subject($0) }
    public var programs: [Program] { PostgresService.programs }
    public let doesNot = ["does not know other databases than PostgreSQL", "does not run COPY from or to a client"]

    private let service: PostgresService

    public init(_ service: PostgresService) { self.service = service }

    public func highestLevel(for snippet: Snippet) -> ProofLevel { snippet.output == nil ? .executed : .matched }

    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        workbench.configuration.proofs.services.postgresFiles.map(\.value)
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        await prove([snippet], in: workbench).first ?? Proof(level: nil)
    }

    /// Snippets that come together share a session.
    public func prove(_ snippets: [Snippet], in workbench: Workbench) async -> [Proof] {
        var proofs = snippets.map(Self.read)
        guard proofs.contains(where: { $0.level != nil }) else { return proofs }
        do throws(SandboxUnavailable) {
            let read = proofs
            let service = service
            let files = Set(workbench.configuration.proofs.services.postgresFiles.map(\.value))
            let makesTables = snippets.allSatisfy { files.contains($0.origin(of: 0..<1).span.file.path) }
            let run = try await workbench.services.use(["postgres"], on: workbench) { room in
                await Self.run(snippets, read, service, inEmptyDatabase: makesTables)
            }
            switch run {
            case .success(let done): proofs = done
            case .failure(let failure): throw failure
            }
        } catch {
            for index in proofs.indices where proofs[index].level != nil { proofs[index].shortfall = error.reason }
        }
        return proofs
    }

    /// What the parser says.
    private static func read(_ snippet: Snippet) -> Proof {
        var findings: [Diagnostic] = []
        let statements = SQLStatements.ranges(in: snippet.code)
        for range in statements {
            if snippet.code[range.lowerBound] == UInt8(ascii: "\\") {
                let end = snippet.code[range].firstIndex { $0 <= 0x20 } ?? range.upperBound
                let command = String(decoding: snippet.code[range.lowerBound..<end], as: UTF8.self)
                findings.append(SQLSyntax.metaCommand(command, at: snippet.origin(of: range.lowerBound..<end)))
            } else if let complaint = SQLParser.complaint(about: snippet.code[range]) {
                let place =
                    complaint.range.lowerBound + range.lowerBound..<complaint.range.upperBound + range.lowerBound
                findings.append(SQLSyntax.found(complaint.message, at: snippet.origin(of: place)))
            }
        }
        if statements.isEmpty {
            findings.append(SQLSyntax.found("there is no statement in it", at: snippet.opening))
        }
        let isRead = findings.isEmpty
        findings += statements.flatMap { SQLPasswords.findings(in: $0, of: snippet.code, map: snippet.map) }
        return Proof(level: isRead ? .parsed : nil, findings: findings, tools: ["libpg_query 15"])
    }

    private static func run(
        _ snippets: [Snippet], _ read: [Proof], _ service: PostgresService, inEmptyDatabase: Bool
    ) async -> Result<[Proof], SandboxUnavailable> {
        let address: PostgresService.Address?
        do throws(SandboxUnavailable) {
            address = inEmptyDatabase ? try await service.emptyDatabase() : await service.address
        } catch {
            return .failure(error)
        }
        guard let address else { return .failure(SandboxUnavailable(reason: "PostgreSQL does not run")) }
        return await PostgresService.waiting {
            do throws(SQLConnection.Failure) {
                let connection = try SQLConnection(host: address.socket, database: address.database, user: address.user)
                var proofs = read
                for (index, snippet) in snippets.enumerated() where proofs[index].level != nil {
                    proofs[index].tools = ["PostgreSQL \(address.version)"]
                    run(snippet, on: connection, into: &proofs[index])
                }
                return .success(proofs)
            } catch {
                return .failure(SandboxUnavailable(reason: error.message))
            }
        }
    }

    private static func run(_ snippet: Snippet, on connection: SQLConnection, into proof: inout Proof) {
        var printed = ""
        var rows = 0
        let statements = SQLStatements.ranges(in: snippet.code)
        for range in statements {
            do throws(SQLConnection.Failure) {
                let answer = try connection.run(snippet.code[range])
                rows += answer.count
                printed += (printed.isEmpty ? "" : "\n") + SQLTable.text(answer)
            } catch {
                proof.findings.append(finding(error, snippet, range))
                return
            }
        }
        proof.level = .executed
        proof.output = Array(printed.utf8)
        let count = statements.count
        proof.claims = ["\(count) statement\(count == 1 ? "" : "s") run"]
        if rows > 0 { proof.claims.append("\(rows) row\(rows == 1 ? "" : "s")") }
    }

    private static func finding(
        _ failure: SQLConnection.Failure, _ snippet: Snippet, _ statement: Range<Int>
    ) -> Diagnostic {
        var range = statement
        if let position = failure.position {
            let bytes = snippet.code[statement]
            let start = SQLPlace.offset(ofCharacter: position, in: bytes)
            let token = SQLPlace.token(at: start, in: bytes)
            range = statement.lowerBound + token.lowerBound..<statement.lowerBound + token.upperBound
        }
        return SQLFails.found(
            failure.message, state: failure.state, notes: failure.detail.map { [$0] } ?? [], help: failure.hint,
            at: snippet.origin(of: range))
    }
}
