import Glibc

/// A network of its own, a loopback only, in which services and the examples that need them meet. Nothing in it reaches
/// this machine's network, nor the other way round.
///
/// A process that does nothing holds it; it ends with galley, however galley ends.
public final class NetworkHouse: Sendable {
    /// The words that put a command into it.
    let entering: [String]
    private let holder: Task<ProcessOutcome, Never>

    private init(entering: [String], holder: Task<ProcessOutcome, Never>) {
        self.entering = entering
        self.holder = holder
    }

    deinit { holder.cancel() }

    /// Opens a network that is ready when this returns.
    public static func open(_ sandbox: Sandbox) async throws(SandboxUnavailable) -> NetworkHouse {
        guard let entry = sandbox.entry else {
            throw SandboxUnavailable(reason: "nsenter is not installed (\(Sandbox.namespaceEntry.installation))")
        }
        // Servers may have the ports below 1024 too: the setting is the new network's own.
        let script = "echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start; echo ready; exec sleep infinity"
        var arguments = ["--die-with-parent", "--new-session", "--unshare-net", "--unshare-pid", "--ro-bind", "/", "/"]
        // The user is root inside its own namespace: only so may bubblewrap make further ones in it.
        if !sandbox.isRoot {
            arguments += ["--unshare-user", "--uid", "0", "--gid", "0", "--cap-add", "CAP_NET_ADMIN"]
        }
        arguments += ["--proc", "/proc", "--", "/bin/sh", "-c", script]
        let (starts, start) = AsyncStream<pid_t>.makeStream()
        var run = ProcessRun(ProcessCommand(sandbox.program.path, arguments, timeLimit: .seconds(1_000_000)))
        run.started = { start.yield($0) }
        let holding = run
        let holder = Task {
            let outcome = await holding.outcome()
            start.finish()
            return outcome
        }
        for await outer in starts {
            guard let initial = await initialProcess(of: outer, saying: holding.printed) else { break }
            let user = sandbox.isRoot ? [] : ["--user", "--preserve-credentials"]
            let entering = [entry.path, "--target", "\(initial)", "--net"] + user + ["--"]
            return NetworkHouse(entering: entering, holder: holder)
        }
        holder.cancel()
        let outcome = await holder.value
        let printed = outcome.errorText.split(separator: "\n").first.map(String.init) ?? "it did not get ready"
        throw SandboxUnavailable(reason: "no network can be made for services: \(printed)")
    }

    /// Ends the network and waits until it is gone. What still runs in it keeps running until its own end.
    public func close() async {
        holder.cancel()
        _ = await holder.value
    }

    private static func initialProcess(of outer: pid_t, saying printed: ProcessOutput) async -> pid_t? {
        for _ in 0..<1000 {
            if printed.tail.starts(with: Array("ready".utf8)) { return SandboxProcesses(outer: outer)?.initial }
            guard kill(outer, 0) == 0, (try? await Task.sleep(for: .milliseconds(5))) != nil else { return nil }
        }
        return nil
    }
}
