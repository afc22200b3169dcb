import Glibc

/// The processes of a running sandbox, seen from this machine.
struct SandboxProcesses: Sendable {
    /// The id of the sandbox's first process on this machine.
    let initial: pid_t

    /// - Parameter outer: the process of bubblewrap that stands outside.
    /// - Returns: nil while bubblewrap is still making the sandbox.
    init?(outer: pid_t) {
        guard let first = Self.children(of: outer).first else { return nil }
        initial = first
        // Until it has moved into its new root, what it has for /proc shows the processes of the whole machine.
        let space = Self.link("/proc/\(first)/ns/pid")
        guard let space, space == Self.link("\(view)/1/ns/pid") else { return nil }
    }

    /// Whether a process of this machine still runs. One that nobody has waited for yet does not.
    static func isAlive(_ process: pid_t) -> Bool {
        let status = read("/proc/\(process)/stat")
        guard let name = status.lastIndex(of: ")") else { return false }
        return status[name...].split(separator: " ").dropFirst().first != "Z"
    }

    /// The process id, on this machine, of the program that bubblewrap runs inside.
    var program: pid_t? { Self.children(of: initial).min() }

    struct Process {
        /// As the sandbox itself counts.
        let id: Int
        let parent: Int
        let threads: Int
        /// Resident memory in bytes; what processes share counts for each.
        let memory: Int
    }

    /// All processes inside but the first, which is bubblewrap's own.
    func all() -> [Process] {
        // The sandbox's own view of /proc holds its processes only.
        FolderTree.entries(of: view).compactMap { name in
            guard let id = Int(name), id > 1 else { return nil }
            return Self.process(id, in: view)
        }
    }

    /// Their resident memory in bytes, with shared pages counted once.
    func memory(of processes: [Process]) -> Int {
        processes.reduce(0) { total, process in
            let lines = Self.read("\(view)/\(process.id)/smaps_rollup").split(separator: "\n")
            let line = lines.first { $0.hasPrefix("Pss:") }
            let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
            return total + (kilobytes.map { $0 << 10 } ?? process.memory)
        }
    }

    /// Whether a file system inside has less than a page left.
    func isFull(_ folder: String) -> Bool {
        var status = statvfs()
        return statvfs("/proc/\(initial)/root\(folder)", &status) == 0 && status.f_blocks > 0 && status.f_bavail == 0
    }

    private var view: String { "/proc/\(initial)/root/proc" }

    private static func process(_ id: Int, in view: String) -> Process? {
        // The name in parentheses may hold anything; what follows the last parenthesis are numbers.
        let stat = read("\(view)/\(id)/stat")
        guard let end = stat.lastIndex(of: ")") else { return nil }
        let fields = stat[end...].split(separator: " ").dropFirst().map(String.init)
        guard fields.count > 21, fields[0] != "Z", let parent = Int(fields[1]), let threads = Int(fields[17]),
            let pages = Int(fields[21])
        else { return nil }
        return Process(id: id, parent: parent, threads: threads, memory: pages * Int(getpagesize()))
    }

    private static func children(of parent: pid_t) -> [pid_t] {
        let all = FolderTree.entries(of: "/proc").compactMap { pid_t($0) }
        // Ids count upwards until they begin anew, so most processes needn't be looked at.
        for ids in [all.filter { $0 > parent }, all.filter { $0 < parent }] {
            let children = ids.filter { process(Int($0), in: "/proc")?.parent == Int(parent) }
            if !children.isEmpty { return children }
        }
        return []
    }

    private static func link(_ path: String) -> [CChar]? {
        var target = [CChar](repeating: 0, count: 64)
        return readlink(path, &target, target.count) > 0 ? target : nil
    }

    private static func read(_ path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(file, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
