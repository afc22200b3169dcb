import Configuration
import Diagnostics

/// A server that snippets talk to, such as Loki. It runs in a network that only they share.
public protocol Service: Sendable {
    /// What `needs=` calls it, and its host name inside.
    var name: String { get }
    /// The programs without which it can't be had.
    var programs: [Program] { get }

    /// Gets ready for one group of snippets, and leaves nothing of an earlier group. It answers when this returns.
    func begin(in place: ServicePlace) async throws(SandboxUnavailable) -> ServiceAccess

    /// What it printed last, for a finding when a snippet fails.
    func log() async -> String

    /// Ends it.
    func end() async
}

/// Where services run, and what they are made of.
public struct ServicePlace: Sendable {
    public let sandbox: Sandbox
    public let house: NetworkHouse
    /// For what services keep on disk.
    public let folder: RunFolder
    public let workbench: Workbench
}

/// How snippets reach a service.
public struct ServiceAccess: Sendable {
    /// As evidence names it, with its version.
    public var title: String
    /// Names that lead to it.
    public var hosts: [String]
    /// Variables that snippets get.
    public var environment: [String: String]
    /// Files and folders that snippets see.
    public var binds: [SandboxCommand.Bind]

    public init(
        title: String, hosts: [String], environment: [String: String] = [:], binds: [SandboxCommand.Bind] = []
    ) {
        self.title = title
        self.hosts = hosts
        self.environment = environment
        self.binds = binds
    }
}
