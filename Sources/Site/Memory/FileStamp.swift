import Glibc

/// What the system tells of a file without reading it.
struct FileStamp: Sendable, Hashable {
    let size: UInt64
    /// When the content changed last, in nanoseconds.
    let modified: UInt64
    /// When the file itself changed last, its name and rights included; 0 where that does not count.
    let changed: UInt64
    let inode: UInt64

    init(size: UInt64, modified: UInt64, changed: UInt64, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
    }

    /// - Parameter countsChange: whether a new name makes another file of it. Outputs are renamed into their places.
    init(_ status: stat, countsChange: Bool) {
        size = UInt64(clamping: status.st_size)
        modified = Self.nanoseconds(status.st_mtim)
        changed = countsChange ? Self.nanoseconds(status.st_ctim) : 0
        inode = UInt64(status.st_ino)
    }

    /// Of a source, links followed; nil where there is no regular file.
    /// - Parameter folder: the descriptor of the folder that a relative path is below.
    static func source(_ path: String, below folder: Int32 = AT_FDCWD) -> FileStamp? {
        status(path, below: folder, flags: 0).map { FileStamp($0, countsChange: true) }
    }

    /// Of an output; nil where there is no regular file.
    static func output(_ path: String, below folder: Int32) -> FileStamp? {
        status(path, below: folder, flags: AT_SYMLINK_NOFOLLOW).map { FileStamp($0, countsChange: false) }
    }

    private static func status(_ path: String, below folder: Int32, flags: Int32) -> stat? {
        var status = stat()
        guard fstatat(folder, path, &status, flags) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return status
    }

    /// Whether an equal stamp means an equal content, when the content was looked at no earlier than `time`.
    ///
    /// A change within the same tick of the clock leaves the stamp as it is, so a file that is that young has to be read
    /// again. The system's clock ticks every few milliseconds; a time without a fraction comes from a file system that
    /// counts seconds, some of them by twos.
    func isSettled(at time: UInt64) -> Bool {
        let latest = max(modified, changed)
        let tick: UInt64 = latest % 1_000_000_000 == 0 ? 3_000_000_000 : 50_000_000
        return latest < time && time - latest > tick
    }

    /// The time as files have it.
    static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    private static func nanoseconds(_ time: timespec) -> UInt64 {
        UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
    }
}
