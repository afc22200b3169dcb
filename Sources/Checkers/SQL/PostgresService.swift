import Configuration
import Diagnostics
import Dispatch
import Glibc
import Proofs

/// A PostgreSQL server for snippets: a cluster of its own in the sandbox, started once, with a fresh database for each
/// group of snippets.
///
/// Snippets run as a role that owns the database and is no superuser, so that they reach no file of the server.
public actor PostgresService: Service {
    public nonisolated let name = "postgres"
    public nonisolated var programs: [Program] { Self.programs }

    static let server = Program(
        "postgres", installation: "apt-get install postgresql", purpose: "runs SQL")
    /// Asked for only where SQL is to run, since asking opens the library.
    static var programs: [Program] { [server, Program(SQLConnection.library)] }
    /// Where Debian and others keep the server's programs, newest first.
    private static let folders = (13...20).reversed().flatMap {
        ["/usr/lib/postgresql/\($0)/bin", "/usr/pgsql-\($0)/bin", "/opt/postgresql/\($0)/bin"]
    }

    /// The folder of the newest server's programs; nil where there is none.
    public static var installedFolder: String? { folders.first { access("\($0)/postgres", X_OK) == 0 } }

    /// Where galley itself talks to the server.
    struct Address: Sendable {
        /// A folder with the server's socket.
        let socket: String
        let database: String
        let user: String
        let version: String
    }

    private struct Cluster {
        let process: ServiceProcess
        let socket: String
        let version: String
    }

    private var cluster: Cluster?
    private(set) var address: Address?

    public init() {}

    public func begin(in place: ServicePlace) async throws(SandboxUnavailable) -> ServiceAccess {
        let settings = place.workbench.configuration.proofs.services
        if cluster == nil || cluster?.process.isRunning == false { cluster = try await start(in: place) }
        guard let cluster else { throw SandboxUnavailable(reason: "PostgreSQL does not run") }
        let user = settings.postgresUser
        let database = settings.postgresDatabase
        try await administer(
            cluster, "postgres",
            [
                "DROP DATABASE IF EXISTS \"\(database)\" WITH (FORCE)",
                "CREATE DATABASE \"\(database)\" TEMPLATE galley_template OWNER \"\(user)\" STRATEGY FILE_COPY",
            ])
        address = Address(socket: cluster.socket, database: database, user: user, version: cluster.version)
        return ServiceAccess(
            title: "PostgreSQL \(cluster.version)", hosts: ["postgres"],
            environment: ["PGHOST": "postgres", "PGUSER": user, "PGDATABASE": database])
    }

    public func log() async -> String { cluster?.process.log ?? "" }

    public func end() async {
        // The data is thrown away, so nothing is won by waiting for it to be written.
        await cluster?.process.stop(patience: .zero)
        cluster = nil
        address = nil
    }

    // MARK: - Starting

    private func start(in place: ServicePlace) async throws(SandboxUnavailable) -> Cluster {
        guard let folder = Self.installedFolder else {
            throw SandboxUnavailable(reason: "PostgreSQL's server is not installed (\(Self.server.installation))")
        }
        if let absence = SQLConnection.library.absence { throw SandboxUnavailable(reason: absence) }
        guard let shared = place.sandbox.sharedFolder(at: "/data") else {
            throw SandboxUnavailable(reason: "there is no room for a cluster of PostgreSQL")
        }
        var initialize = Self.command(
            [
                "\(folder)/initdb", "--no-sync", "-D", "/data/cluster", "-U", "postgres", "-A", "trust", "-E", "UTF8",
                "--locale=C.UTF-8",
            ],
            shared)
        initialize.limits.time = .seconds(200)
        let outcome = await place.sandbox.run(initialize)
        guard outcome.isSuccess else {
            let printed = (outcome.errorText + outcome.outputText).split(separator: "\n").last.map { ": \($0)" } ?? ""
            throw SandboxUnavailable(reason: "PostgreSQL's initdb fails\(printed)", isFault: true)
        }
        let options = [
            "listen_addresses=127.0.0.1", "unix_socket_directories=/data", "fsync=off", "full_page_writes=off",
            "synchronous_commit=off", "shared_buffers=16MB", "max_wal_size=64MB", "max_connections=20",
            "dynamic_shared_memory_type=mmap", "autovacuum=off", "jit=off", "timezone=UTC", "log_timezone=UTC",
        ]
        let serve = Self.command(
            ["\(folder)/postgres", "-D", "/data/cluster"] + options.flatMap { ["-c", $0] }, shared)
        let process = try ServiceProcess.start(serve, in: place.house, of: place.sandbox)
        let version = try await ready(process, shared.path)
        let cluster = Cluster(process: process, socket: shared.path, version: version)
        do {
            try await fill(cluster, place.workbench)
        } catch {
            await process.stop(patience: .zero)
            throw error
        }
        return cluster
    }

    private static func command(_ arguments: [String], _ shared: SharedFolder) -> SandboxCommand {
        var command = SandboxCommand(arguments)
        command.folder = "/data"
        command.shared = shared
        command.limits.disk = 1 << 30
        command.limits.memory = 1 << 30
        command.limits.processes = 200
        return command
    }

    /// Waits until the server answers, and asks its version.
    private func ready(_ process: ServiceProcess, _ socket: String) async throws(SandboxUnavailable) -> String {
        let deadline = ContinuousClock.now + .seconds(60)
        while .now < deadline, process.isRunning {
            if let connection = try? SQLConnection(host: socket, database: "postgres", user: "postgres") {
                return connection.version
            }
            try? await Task.sleep(for: .milliseconds(10))
        }
        let log = process.log.split(separator: "\n").last.map { ": \($0)" } ?? ""
        await process.stop(patience: .zero)
        throw SandboxUnavailable(reason: "PostgreSQL does not get ready\(log)", isFault: true)
    }

    /// Makes the role of the snippets, and the database that theirs are copies of.
    private func fill(_ cluster: Cluster, _ workbench: Workbench) async throws(SandboxUnavailable) {
        let services = workbench.configuration.proofs.services
        let user = services.postgresUser
        try await administer(
            cluster, "postgres",
            [
                "CREATE ROLE \"\(user)\" LOGIN", "ALTER ROLE \"\(user)\" SET statement_timeout = '10s'",
                "CREATE DATABASE galley_template OWNER \"\(user)\"",
            ])
        for path in services.postgresFiles {
            guard case .success(let file) = workbench.files.file(path.value) else {
                throw SandboxUnavailable(
                    reason: "`services.postgres.files` names `\(path.value)`, which can't be read", isFault: true)
            }
            let statements = SQLStatements.ranges(in: file.bytes).map { Array(file.bytes[$0]) }
            try await run(cluster, "galley_template", as: user, statements, of: path.value)
        }
    }

    private func administer(
        _ cluster: Cluster, _ database: String, _ statements: [String]
    ) async throws(SandboxUnavailable) {
        try await run(cluster, database, as: "postgres", statements.map { Array($0.utf8) }, of: nil)
    }

    private func run(
        _ cluster: Cluster, _ database: String, as user: String, _ statements: [[UInt8]], of file: String?
    ) async throws(SandboxUnavailable) {
        let socket = cluster.socket
        let failure = await Self.waiting { () -> String? in
            do throws(SQLConnection.Failure) {
                let connection = try SQLConnection(host: socket, database: database, user: user)
                for statement in statements { _ = try connection.run(statement) }
                return nil
            } catch {
                return error.message
            }
        }
        if let failure {
            throw SandboxUnavailable(
                reason: "PostgreSQL refuses \(file.map { "`\($0)`" } ?? "its set-up"): \(failure)", isFault: true)
        }
    }

    /// Makes an empty database for a text that itself makes the tables.
    func emptyDatabase() async throws(SandboxUnavailable) -> Address? {
        guard let cluster, let address else { return nil }
        let name = "galley_empty"
        try await administer(
            cluster, "postgres",
            ["DROP DATABASE IF EXISTS \(name) WITH (FORCE)", "CREATE DATABASE \(name) OWNER \"\(address.user)\""])
        return Address(socket: address.socket, database: name, user: address.user, version: address.version)
    }

    /// Does what waits for the server on a thread of its own.
    static func waiting<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: work()) }
        }
    }
}
