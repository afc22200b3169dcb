import Glibc

/// A folder that stays open, so that the system need not find the way to it again for each of thousands of files.
final class OpenFolder: Sendable {
    private let descriptor: Int32

    /// Nil where there is no folder, or none that may be read.
    init?(_ path: String) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// What the system tells of a source, links followed; nil where there is no regular file.
    func source(_ path: String) -> FileStamp? {
        status(path, flags: 0).map { FileStamp($0, countsChange: true) }
    }

    /// What it tells of an output; nil where there is no regular file.
    func output(_ path: String) -> FileStamp? {
        status(path, flags: AT_SYMLINK_NOFOLLOW).map { FileStamp($0, countsChange: false) }
    }

    private func status(_ path: String, flags: Int32) -> stat? {
        var status = stat()
        guard fstatat(descriptor, path, &status, flags) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return status
    }
}
