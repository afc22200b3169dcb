import Glibc
import Synchronization

/// Why no author's code can be run here, in words.
public struct SandboxUnavailable: Error, Sendable, Hashable {
    public let reason: String
    /// Whether something that is there does not do what it should. What is only missing is no fault.
    public let isFault: Bool

    public init(reason: String, isFault: Bool = false) {
        self.reason = reason
        self.isFault = isFault
    }
}

/// Runs an author's code with bubblewrap: cut off from the network, from the machine's files and processes, and limited in
/// what it takes.
///
/// Inside there are the machine's programs (`/usr`, read-only), a working folder and `/tmp` in memory, an empty home,
/// and a loopback of its own. The code runs as a user without rights, also where galley is root.
///
/// Not held: the memory that the kernel needs for many empty files, and what lies in descriptors without a
/// name (`memfd_create`), beyond the limit of a file's size.
public struct Sandbox: Sendable {
    public static let bubblewrap = Program(
        "bwrap", installation: "apt-get install bubblewrap", purpose: "runs the examples, cut off from this machine",
        minimum: "0.6")
    public static let namespaceEntry = Program(
        "nsenter", installation: "apt-get install util-linux", purpose: "lets examples and services share a network")

    public let program: FoundProgram
    /// What is needed to share a network; nil where it is missing.
    let entry: FoundProgram?
    let folder: RunFolder
    let isRoot: Bool

    /// The sandbox of this machine, tried by a run of nothing: the program may be there and the kernel refuse.
    ///
    /// - Parameter folder: where files lie that are laid into sandboxes; one is made unless given.
    public static func find(_ toolbox: Toolbox, folder: RunFolder? = nil) async -> Result<Sandbox, SandboxUnavailable> {
        guard let program = await toolbox.find(bubblewrap) else {
            return .failure(SandboxUnavailable(reason: "bubblewrap is not installed (\(bubblewrap.installation))"))
        }
        if let reason = program.tooOld { return .failure(SandboxUnavailable(reason: reason)) }
        let opened = folder.map { .success($0) } ?? RunFolder.open()
        switch opened {
        case .failure(let failure): return .failure(failure)
        case .success(let folder):
            let sandbox = Sandbox(
                program: program, entry: await toolbox.find(namespaceEntry), folder: folder, isRoot: geteuid() == 0)
            let outcome = await sandbox.run(SandboxCommand(["true"]))
            return outcome.isSuccess ? .success(sandbox) : .failure(SandboxUnavailable(reason: reason(outcome)))
        }
    }

    private static func reason(_ outcome: SandboxOutcome) -> String {
        let printed = outcome.errorText.split(separator: "\n").first.map(String.init)
        let how =
            switch outcome.end {
            case .notStarted(let reason): reason
            case .timedOut: "an empty run did not end"
            default: printed ?? "an empty run failed"
            }
        let isRefused =
            how.contains("Operation not permitted") || how.contains("Permission denied")
            || how.contains("No space left")
        return "bubblewrap can't make a sandbox here: \(how)"
            + (isRefused ? " (does the system refuse namespaces?)" : "")
    }

    /// Runs an author's code to its end or to a limit. Nothing that it started is left afterwards.
    public func run(_ command: SandboxCommand) async -> SandboxOutcome {
        switch prepare(command) {
        case .failure(let failure):
            return SandboxOutcome(
                ProcessOutcome(end: .notStarted(reason: failure.reason)), limits: command.limits, seen: .init())
        case .success(let prepared):
            defer { FolderTree.remove(prepared.scratch) }
            let watch = SandboxWatch(command)
            var run = ProcessRun(prepared.process)
            run.watch = { await watch.watch($0) }
            return SandboxOutcome(await run.outcome(), limits: command.limits, seen: watch.seen)
        }
    }

    /// Makes a folder of the run, for files that are to be seen inside; it goes with the run.
    public func makeFolder(_ name: String) -> String? { folder.makeFolder(name) }

    /// Makes a folder for the runs of a session.
    ///
    /// - Parameter inner: where they see it.
    public func sharedFolder(at inner: String) -> SharedFolder? {
        guard let path = folder.makeFolder("shared") else { return nil }
        let user = nextUser()
        guard !isRoot || chown(path, user, user) == 0, chmod(path, 0o711) == 0 else { return nil }
        return SharedFolder(path: path, inner: inner, user: user)
    }

    // MARK: - Preparation

    struct Prepared {
        let process: ProcessCommand
        /// To be removed after the run.
        let scratch: String
    }

    func prepare(_ command: SandboxCommand) -> Result<Prepared, SandboxUnavailable> {
        var entering: [String] = []
        if case .house(let house) = command.network {
            guard let words = house.entering else {
                return .failure(SandboxUnavailable(reason: NetworkHouse.closed))
            }
            entering = words
        }
        guard let scratch = folder.makeFolder("box") else {
            let reason = String(cString: strerror(errno)).lowercased()
            return .failure(SandboxUnavailable(reason: "no folder can be made in \(folder.path): \(reason)"))
        }
        let layout = SandboxLayout(
            command: command, scratch: scratch, user: command.shared?.user ?? nextUser(), isRoot: isRoot)
        switch layout.arguments() {
        case .failure(let failure):
            FolderTree.remove(scratch)
            return .failure(failure)
        case .success(let arguments):
            let words = entering + [program.path] + arguments
            var process = ProcessCommand(
                words[0], Array(words.dropFirst()), input: command.input, timeLimit: command.limits.time,
                outputLimit: command.limits.output)
            process.mergesErrors = command.mergesErrors
            return .success(Prepared(process: process, scratch: scratch))
        }
    }

    /// Each run of root is a user of its own, from the range that systemd takes for such: the limit of processes counts those
    /// of a user on the whole machine.
    private func nextUser() -> UInt32 {
        guard isRoot else { return 65534 }
        let count = Self.users.add(1, ordering: .relaxed).newValue
        return 61184 + UInt32(truncatingIfNeeded: count & 0xFFF)
    }

    private static let users = Atomic<Int>(Int(getpid()) &* 61)
}
