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

    /// The stamp of a source in the folder, as `FileStamp` has it.
    func source(_ path: String) -> FileStamp? { FileStamp.source(path, below: descriptor) }

    /// The stamp of an output in the folder.
    func output(_ path: String) -> FileStamp? { FileStamp.output(path, below: descriptor) }
}
