import Glibc

/// Looks for processes of this machine by their command lines.
enum Processes {
    /// The words of all command lines.
    static func all() -> [[String]] {
        ids().map { id in read("/proc/\(id)/cmdline").split(separator: 0).map { String(decoding: $0, as: UTF8.self) } }
    }

    /// The processes that it started, and those that they started.
    static func descendants(of id: pid_t) -> [pid_t] {
        let parents = ids().map { id in
            let stat = String(decoding: read("/proc/\(id)/stat"), as: UTF8.self)
            return (
                id: id,
                parent: stat.split(separator: ")").last?.split(separator: " ").dropFirst().first.flatMap { pid_t($0) }
            )
        }
        var found: Set<pid_t> = [id]
        while let next = parents.first(where: { !found.contains($0.id) && $0.parent.map(found.contains) == true }) {
            found.insert(next.id)
        }
        return Array(found.subtracting([id]))
    }

    private static func ids() -> [pid_t] {
        guard let folder = opendir("/proc") else { return [] }
        defer { closedir(folder) }
        var ids: [pid_t] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let id = pid_t(name) { ids.append(id) }
        }
        return ids
    }

    private static func read(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 16_000)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    /// Whether a process has the word on its command line, also as a part.
    static func has(_ word: String) -> Bool { all().contains { $0.contains { $0.contains(word) } } }

    /// Waits a moment for them to go.
    static func areGone(_ word: String) async -> Bool { await holds { !has(word) } }

    /// Waits a moment for them to go, and to be reaped.
    static func areGone(_ ids: [pid_t]) async -> Bool { await holds { ids.allSatisfy { kill($0, 0) != 0 } } }

    private static func holds(_ condition: () -> Bool) async -> Bool {
        for _ in 0..<1500 {
            if condition() { return true }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return false
    }
}
