import Glibc
import Synchronization

/// A network of its own, a loopback only, in which services and the examples that need them meet. Nothing in it reaches
/// this machine's network, nor the other way round.
///
/// It lives as long as galley holds it open and something runs in it, so it is gone however galley ends.
public final class NetworkHouse: Sendable {
    private let nsenter: String
    /// The open namespaces; empty when it was closed.
    private let descriptors: Mutex<[(kind: String, descriptor: Int32)]>

    private init(nsenter: String, descriptors: [(kind: String, descriptor: Int32)]) {
        self.nsenter = nsenter
        self.descriptors = Mutex(descriptors)
    }

    deinit { close() }

    /// Opens a network that is ready when this returns.
    public static func open(_ sandbox: Sandbox) async throws(SandboxUnavailable) -> NetworkHouse {
        guard let entry = sandbox.entry else {
            throw SandboxUnavailable(reason: "nsenter is not installed (\(Sandbox.namespaceEntry.installation))")
        }
        let (starts, start) = AsyncStream<pid_t>.makeStream()
        var run = ProcessRun(ProcessCommand(sandbox.program.path, arguments(sandbox), timeLimit: .seconds(20)))
        run.started = { start.yield($0) }
        let opening = run
        let founder = Task {
            let outcome = await opening.outcome()
            start.finish()
            return outcome
        }
        // The namespaces last while they are held open: who made them is needed no longer.
        var descriptors: [(kind: String, descriptor: Int32)]?
        for await outer in starts {
            descriptors = await namespaces(of: outer, saying: opening.printed, isRoot: sandbox.isRoot)
            break
        }
        founder.cancel()
        let outcome = await founder.value
        if let descriptors { return NetworkHouse(nsenter: entry.path, descriptors: descriptors) }
        let printed = outcome.errorText.split(separator: "\n").first.map(String.init) ?? "it did not get ready"
        throw SandboxUnavailable(reason: "no network can be made for services: \(printed)")
    }

    /// Gives the network up: nothing is started in it any more. What still runs in it runs to its own end.
    public func close() {
        descriptors.withLock { open in
            for item in open { Glibc.close(item.descriptor) }
            open = []
        }
    }

    /// The words that put a command into the network; nil when it was closed.
    var entering: [String]? {
        let open = descriptors.withLock { $0 }
        guard !open.isEmpty else { return nil }
        // By descriptor, not by process: the id of a process that has ended may belong to one outside.
        let words = open.map { "--\($0.kind)=/proc/\(getpid())/fd/\($0.descriptor)" }
        return [nsenter] + words + (open.count > 1 ? ["--preserve-credentials", "--"] : ["--"])
    }

    static let closed = "the network of its services was closed"

    // MARK: - The founder

    private static func arguments(_ sandbox: Sandbox) -> [String] {
        // Servers may have the ports below 1024 too: the setting is the new network's own.
        let script = "echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start; echo ready; exec sleep 20"
        // The user is root inside of a namespace of its own: only so may bubblewrap make further ones in it.
        let user = ["--unshare-user", "--uid", "0", "--gid", "0", "--cap-add", "CAP_NET_ADMIN"]
        return ["--die-with-parent", "--new-session", "--unshare-net", "--unshare-pid", "--ro-bind", "/", "/"]
            + (sandbox.isRoot ? [] : user) + ["--proc", "/proc", "--", "/bin/sh", "-c", script]
    }

    private static func namespaces(
        of outer: pid_t, saying printed: ProcessOutput, isRoot: Bool
    ) async -> [(kind: String, descriptor: Int32)]? {
        while !printed.tail.starts(with: Array("ready".utf8)) {
            guard kill(outer, 0) == 0, await ProcessThread.shared.sleep(for: .milliseconds(2)) else { return nil }
        }
        guard let initial = SandboxProcesses(outer: outer)?.initial else { return nil }
        let open = (isRoot ? ["net"] : ["user", "net"]).map { kind in
            (kind: kind, descriptor: Glibc.open("/proc/\(initial)/ns/\(kind)", O_RDONLY | O_CLOEXEC))
        }
        guard open.contains(where: { $0.descriptor < 0 }) else { return open }
        for item in open where item.descriptor >= 0 { Glibc.close(item.descriptor) }
        return nil
    }
}
