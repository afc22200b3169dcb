/// An author's code, and what it may have and take.
public struct SandboxCommand: Sendable {
    /// The program, by name or path, and its arguments.
    public var arguments: [String]
    /// Added to `SandboxCommand.plainEnvironment`; nothing is inherited.
    public var environment: [String: String] = [:]
    /// The absolute path of the folder that it runs in, as it sees it.
    public var folder = "/work"
    /// Laid into the folder before it runs.
    public var files: [File] = []
    public var binds: [Bind] = []
    /// What stays from one run to the next; its `inner` path may be the folder itself.
    public var shared: SharedFolder?
    public var input: [UInt8] = []
    public var limits = SandboxLimits()
    /// Names that lead to 127.0.0.1 inside, besides `localhost`.
    public var hosts: [String] = []
    public var network = Network.none
    /// Whether standard error goes the way of standard output, in the order in which both were written.
    public var mergesErrors = false

    public init(_ arguments: [String]) { self.arguments = arguments }

    /// A file by its path below the working folder.
    public struct File: Sendable, Hashable {
        public let path: String
        public let bytes: [UInt8]
        /// The permissions, as in `chmod`.
        public let mode: UInt32

        public init(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o644) {
            self.path = path
            self.bytes = bytes
            self.mode = mode
        }
    }

    /// A file or folder of this machine that can be read inside. Its own permissions hold there too.
    public struct Bind: Sendable, Hashable {
        public let host: String
        public let inner: String

        public init(_ host: String, at inner: String) {
            self.host = host
            self.inner = inner
        }
    }

    public enum Network: Sendable {
        /// A loopback of its own, with nothing on it.
        case none
        /// The loopback that services share.
        case house(NetworkHouse)
        /// One of its own that the code may set up as root may: addresses and firewall rules. It leads nowhere.
        case administered
    }

    /// What each run gets unless it says otherwise.
    public static let plainEnvironment = [
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
        "HOME": "/tmp/home", "TERM": "dumb", "USER": "nobody",
    ]
}

/// A folder of a session: runs that share it see what earlier ones left there.
public struct SharedFolder: Sendable, Hashable {
    /// On this machine.
    public let path: String
    /// As the runs see it.
    public let inner: String
    /// The user that runs with it are, so that later runs may change what earlier ones made.
    let user: UInt32
}

/// How much a run may take. All of its processes together, unless said otherwise.
public struct SandboxLimits: Sendable, Hashable {
    /// By the clock, and generous: what takes a core for half a minute takes minutes on a machine that has much else to do.
    public var time: Duration = .seconds(120)
    /// In bytes: resident memory, measured many times a second. A single process gets no more than twice as much at once.
    public var memory = 512 << 20
    /// How many at once, threads included.
    public var processes = 64
    /// In bytes: of the working folder, of `/tmp` and of `/dev/shm` each. They lie in memory.
    public var disk = 64 << 20
    /// In bytes, of standard output and of standard error each.
    public var output = 1 << 20

    public init() {}
}
