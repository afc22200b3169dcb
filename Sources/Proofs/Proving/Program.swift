import Diagnostics

/// A program that checkers ask, or a library that they need besides.
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
    /// The library that it is, where it is no program of its own.
    public let library: SharedLibrary?

    public init(
        _ name: String, versionArguments: [String] = ["--version"], installation: String, purpose: String,
        minimum: String? = nil
    ) {
        self.name = name
        self.versionArguments = versionArguments
        self.installation = installation
        self.purpose = purpose
        self.minimum = minimum
        library = nil
    }

    public init(_ library: SharedLibrary) {
        name = library.name
        versionArguments = []
        installation = library.installation
        purpose = library.purpose
        minimum = nil
        self.library = library
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

    /// Why it can't be used; nil where it is new enough, or does not tell its version.
    public var tooOld: String? {
        guard let minimum = program.minimum, !version.isEmpty else { return nil }
        let (own, least) = (Self.numbers(version), Self.numbers(minimum))
        return own.lexicographicallyPrecedes(least) ? "\(title) is too old: \(minimum) is needed" : nil
    }

    /// Without zeros at the end, so that 1.5 is no less than 1.5.0.
    private static func numbers(_ version: String) -> [Int] {
        var numbers = version.split(separator: ".").map { Int($0) ?? 0 }
        while numbers.last == 0 { numbers.removeLast() }
        return numbers
    }

    public init(program: Program, path: String, version: String) {
        self.program = program
        self.path = path
        self.version = version
    }
}
