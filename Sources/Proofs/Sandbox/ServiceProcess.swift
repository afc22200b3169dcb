import Glibc
import Synchronization

/// A server that runs in the sandbox while examples talk to it.
public final class ServiceProcess: Sendable {
    private let printed: ProcessOutput
    private let task: Task<SandboxOutcome, Never>
    private let outer: Running

    /// The outer process while the service runs.
    private final class Running: Sendable {
        let id = Mutex<pid_t?>(nil)
        let hasEnded = Mutex(false)
    }

    private init(printed: ProcessOutput, task: Task<SandboxOutcome, Never>, outer: Running) {
        self.printed = printed
        self.task = task
        self.outer = outer
    }

    deinit { task.cancel() }

    /// Starts a server. Its time is not limited; of what it prints the last 64 KB are kept, both streams in order.
    ///
    /// It may not have started to listen when this returns: ask it until it answers.
    ///
    /// - Parameter house: the network that it serves in.
    public static func start(
        _ command: SandboxCommand, in house: NetworkHouse, of sandbox: Sandbox
    ) throws(SandboxUnavailable) -> ServiceProcess {
        var command = command
        command.network = .house(house)
        command.mergesErrors = true
        command.limits.output = 64 << 10
        command.limits.time = .seconds(1_000_000)
        let prepared = try sandbox.prepare(command).get()
        return start(prepared.process, scratch: prepared.scratch, watch: SandboxWatch(command), limits: command.limits)
    }

    /// - Parameters:
    ///   - scratch: a folder to be removed when it has ended.
    ///   - watch: ends it where it takes too much.
    static func start(
        _ process: ProcessCommand, scratch: String?, watch: SandboxWatch?, limits: SandboxLimits
    ) -> ServiceProcess {
        let running = Running()
        var run = ProcessRun(process, keeping: .last)
        run.started = { id in running.id.withLock { $0 = id } }
        if let watch { run.watch = { await watch.watch($0) } }
        let serving = run
        let task = Task {
            let outcome = await serving.outcome()
            running.hasEnded.withLock { $0 = true }
            if let scratch { FolderTree.remove(scratch) }
            return SandboxOutcome(outcome, limits: limits, seen: watch?.seen ?? .init())
        }
        return ServiceProcess(printed: serving.printed, task: task, outer: running)
    }

    public var isRunning: Bool { !outer.hasEnded.withLock { $0 } }

    /// The last 64 KB that it printed.
    public var log: String { String(decoding: printed.tail, as: UTF8.self) }

    /// Waits until it has ended by itself.
    public func outcome() async -> SandboxOutcome { await task.value }

    /// Asks it to end (SIGTERM), and ends it after a while (SIGKILL). Nothing of it is left when this returns.
    ///
    /// - Parameter patience: how long it may take to end by itself.
    @discardableResult
    public func stop(patience: Duration = .seconds(3)) async -> SandboxOutcome {
        let inside = isRunning ? outer.id.withLock { $0 }.flatMap { SandboxProcesses(outer: $0) } : nil
        // bubblewrap's own process would die of the signal and take the service with it.
        if patience > .zero, let program = inside?.program {
            kill(program, SIGTERM)
            let deadline = ContinuousClock.now + patience
            while isRunning, .now < deadline {
                guard await ProcessThread.shared.sleep(for: .milliseconds(5)) else { break }
            }
        }
        task.cancel()
        let outcome = await task.value
        // The outer process is gone before those inside are, and they hold ports and files until then.
        if let inside { await Self.waitForEnd(of: inside.initial) }
        return outcome
    }

    private static func waitForEnd(of process: pid_t) async {
        for _ in 0..<1000 where SandboxProcesses.isAlive(process) {
            guard await ProcessThread.shared.sleep(for: .milliseconds(2)) else { return }
        }
    }
}
