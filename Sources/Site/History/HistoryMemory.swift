/// What the commits up to one of them say of files: a log of many commits takes longer than a build.
///
/// What a commit holds never changes, so its name is all that has to be the same. Its loss costs time and nothing else.
struct HistoryMemory: Sendable {
    /// The last commit that was read, by its full name.
    let head: String
    /// When files changed last, uncommitted changes left aside.
    let days: [String: GitHistory.Day]

    /// Where the memory of a project is.
    static func file(root: String) -> MemoryFile {
        MemoryFile(path: "\(root)/\(Project.memoryFolder)/history", version: 0x48_69_73_74_6F_72_79_01)
    }

    init(head: String, days: [String: GitHistory.Day]) {
        self.head = head
        self.days = days
    }

    /// What was kept of the files below the same folders; nil where there is nothing.
    init?(_ file: MemoryFile, folders: [String], prefix: String) {
        let memory = file.read()?.read { reader throws(ByteReader.Malformed) -> HistoryMemory? in
            let isKnown = try reader.key() == Self.key(folders, prefix)
            let head = try reader.text()
            let count = try reader.count()
            var days: [String: GitHistory.Day] = [:]
            days.reserveCapacity(count)
            for _ in 0..<count { days[try reader.text()] = try reader.text() }
            return isKnown ? HistoryMemory(head: head, days: days) : nil
        }
        guard let memory = memory ?? nil else { return nil }
        self = memory
    }

    func write(to file: MemoryFile, folders: [String], prefix: String) {
        var body = ByteWriter()
        body.add(Self.key(folders, prefix))
        body.add(head)
        body.add(UInt64(days.count))
        for (path, day) in days {
            body.add(path)
            body.add(day)
        }
        file.write(body)
    }

    private static func key(_ folders: [String], _ prefix: String) -> ContentKey {
        var key = KeyBuilder("history")
        key.add(prefix)
        for folder in folders { key.add(folder) }
        return key.finish()
    }
}
