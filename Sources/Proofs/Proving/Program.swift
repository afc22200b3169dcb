/// A program that checkers ask.
public struct Program: Sendable, Hashable {
    /// The name on the PATH.
    public let name: String
    /// The arguments with which it tells its version.
    public let versionArguments: [String]
    /// How it is installed: `apt-get install shellcheck`.
    public let installation: String
    /// What is done with it, for `galley doctor`.
    public let purpose: String
    /// The least version that works; nil where any does.
    public let minimum: String?

    public init(
        _ name: String, versionArguments: [String] = ["--version"], installation: String, purpose: String,
        minimum: String? = nil
    ) {
        self.name = name
        self.versionArguments = versionArguments
        self.installation = installation
        self.purpose = purpose
        self.minimum = minimum
    }
}

/// A program as it was found on this machine.
public struct FoundProgram: Sendable, Hashable {
    public let program: Program
    /// The absolute path.
    public let path: String
    /// As it tells it, reduced to the number: `0.9.0`; empty where it tells none.
    public let version: String

    /// As evidence names it: `shellcheck 0.9.0`.
    public var title: String { version.isEmpty ? program.name : "\(program.name) \(version)" }

    public init(program: Program, path: String, version: String) {
        self.program = program
        self.path = path
        self.version = version
    }
}
