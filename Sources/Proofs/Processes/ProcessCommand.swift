/// A program to be run: what it is given, and how much it may take.
public struct ProcessCommand: Sendable {
    /// An absolute path.
    public var executable: String
    public var arguments: [String]
    /// The whole environment; nothing is inherited.
    public var environment: [String: String]
    /// The folder that it runs in, absolute.
    public var folder: String
    public var input: [UInt8]
    public var timeLimit: Duration
    /// In bytes, of standard output and of standard error each.
    public var outputLimit: Int
    /// Whether standard error goes the way of standard output, in the order in which both were written.
    public var mergesErrors = false

    public init(
        _ executable: String, _ arguments: [String], environment: [String: String] = Self.plainEnvironment,
        folder: String = "/", input: [UInt8] = [], timeLimit: Duration = .seconds(30), outputLimit: Int = 4_000_000
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
        self.input = input
        self.timeLimit = timeLimit
        self.outputLimit = outputLimit
    }

    /// What programs get where nothing else is said: the same for all users and machines.
    public static let plainEnvironment = [
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8",
        "HOME": "/nonexistent",
        "TZ": "UTC",
    ]
}

/// How a program ended and what it printed.
public struct ProcessOutcome: Sendable {
    public enum End: Sendable, Hashable {
        case exited(Int32)
        case signalled(Int32)
        /// It was ended because its time was over.
        case timedOut
        /// It was ended because it printed too much.
        case outputTooLarge
        /// It could not be started; `reason` in words.
        case notStarted(reason: String)
    }

    public let end: End
    /// What it wrote to standard output, up to the limit.
    public let output: [UInt8]
    /// What it wrote to standard error, up to the limit; empty where both were merged.
    public let errors: [UInt8]

    public init(end: End, output: [UInt8] = [], errors: [UInt8] = []) {
        self.end = end
        self.output = output
        self.errors = errors
    }

    public var isSuccess: Bool { end == .exited(0) }
    public var outputText: String { String(decoding: output, as: UTF8.self) }
    public var errorText: String { String(decoding: errors, as: UTF8.self) }
}
