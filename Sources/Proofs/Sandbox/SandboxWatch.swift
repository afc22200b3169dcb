import Glibc
import Synchronization

/// Looks at a running sandbox many times a second: the system limits each process, not all of them together.
final class SandboxWatch: Sendable {
    /// What was seen until now.
    struct Seen: Sendable {
        var memory = false
        var processes = false
        var disk = false
        var daemons = false
    }

    private let limits: SandboxLimits
    private let folders: [String]
    private let shared: SharedFolder?
    private let state = Mutex(Seen())

    var seen: Seen { state.withLock { $0 } }

    init(_ command: SandboxCommand) {
        limits = command.limits
        shared = command.shared
        folders = [command.folder, "/tmp"].filter { $0 != command.shared?.inner }
    }

    /// Returns when the sandbox is to be ended, or its task is cancelled.
    ///
    /// - Parameter outer: the process of bubblewrap that stands outside.
    func watch(_ outer: pid_t) async {
        var processes: SandboxProcesses?
        while await ProcessThread.shared.sleep(for: .milliseconds(30)) {
            processes = processes ?? SandboxProcesses(outer: outer)
            if let processes, isOver(processes) { return }
        }
    }

    private func isOver(_ sandbox: SandboxProcesses) -> Bool {
        let all = sandbox.all()
        guard !all.isEmpty else { return false }
        let hasMemory =
            all.reduce(0) { $0 + $1.memory } <= limits.memory || sandbox.memory(of: all) <= limits.memory
        let hasDisk = shared.map { FolderTree.size(of: $0.path) <= limits.disk } ?? true
        state.withLock { seen in
            seen.memory = !hasMemory
            seen.processes = seen.processes || all.reduce(0) { $0 + $1.threads } >= limits.processes
            seen.disk = seen.disk || !hasDisk || folders.contains(where: sandbox.isFull)
            // The program is 2; what lost its parent belongs to 1.
            seen.daemons = all.contains { $0.parent == 1 && $0.id != 2 }
        }
        return !hasMemory || !hasDisk
    }
}
