import Glibc
import Synchronization

/// A folder in the system's temporary folder for what a run needs on disk: `galley-run-XXXXXX`.
///
/// A lock on a file in it tells that its galley still runs. When galley is killed the system drops the lock, and the next
/// run removes the folder.
public final class RunFolder: Sendable {
    public let path: String
    private let lock: Int32
    private let isRemoved = Mutex(false)
    private let counter = Atomic<Int>(0)

    private static let prefix = "galley-run-"
    /// How names of single files begin that programs are given; they lie beside the folders of runs.
    public static let filePrefix = "galley-snippet-"

    /// Removes folders that killed runs left, then makes one.
    ///
    /// - Parameter parent: the system's temporary folder, unless another is given.
    public static func open(in parent: String? = nil) -> Result<RunFolder, SandboxUnavailable> {
        let parent = parent ?? temporaryFolder
        removeAbandoned(in: parent)
        var template = Array("\(parent)/.galley-new-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return failure("no folder can be made in \(parent)") }
        let new = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        // It gets its name when it is locked already: else another galley could take it for abandoned.
        let path = "\(parent)/\(prefix)\(new.suffix(6))"
        let lock = Glibc.open("\(new)/lock", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, rename(new, path) == 0 else {
            let failure: Result<RunFolder, SandboxUnavailable> = failure("\(new) can't be locked")
            if lock >= 0 { close(lock) }
            FolderTree.remove(new)
            return failure
        }
        return .success(RunFolder(path: path, lock: lock))
    }

    private init(path: String, lock: Int32) {
        self.path = path
        self.lock = lock
    }

    deinit { remove() }

    /// Removes it with all that it holds.
    public func remove() {
        isRemoved.withLock { isRemoved in
            guard !isRemoved else { return }
            isRemoved = true
            FolderTree.remove(path)
            close(lock)
        }
    }

    /// Makes a file in one of its folders, readable for all.
    ///
    /// - Returns: its path; nil where the disk is full or the folder was removed.
    func makeFile(_ name: String, in folder: String, _ bytes: [UInt8]) -> String? {
        let path = "\(folder)/\(name)"
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        defer { close(file) }
        return InputFile.write(bytes, to: file) && fchmod(file, 0o644) == 0 ? path : nil
    }

    /// Makes a folder in it, with a name of its own.
    ///
    /// - Returns: its path; nil where the disk is full or the folder was removed.
    public func makeFolder(_ name: String) -> String? {
        let folder = "\(path)/\(name)-\(counter.add(1, ordering: .relaxed).newValue)"
        return mkdir(folder, 0o755) == 0 && chmod(folder, 0o755) == 0 ? folder : nil
    }

    /// Removes folders whose galley has ended without doing so.
    ///
    /// - Returns: how many.
    @discardableResult
    public static func removeAbandoned(in parent: String? = nil) -> Int {
        let parent = parent ?? temporaryFolder
        var count = 0
        for name in FolderTree.entries(of: parent) where name.hasPrefix(prefix) {
            let path = "\(parent)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid() else {
                continue
            }
            let lock = Glibc.open("\(path)/lock", O_RDWR | O_NOFOLLOW | O_CLOEXEC)
            defer { if lock >= 0 { close(lock) } }
            guard lock >= 0 ? flock(lock, LOCK_EX | LOCK_NB) == 0 : errno == ENOENT else { continue }
            FolderTree.remove(path)
            count += 1
        }
        removeAbandonedFiles(in: parent)
        return count
    }

    /// Single files have no lock. No program is given an hour, so an older one is left from a killed run.
    private static func removeAbandonedFiles(in parent: String) {
        for name in FolderTree.entries(of: parent) where name.hasPrefix(filePrefix) {
            var status = stat()
            guard lstat("\(parent)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                status.st_uid == geteuid(), status.st_mtim.tv_sec < time(nil) - 3_700
            else { continue }
            unlink("\(parent)/\(name)")
        }
    }

    private static var temporaryFolder: String {
        guard let value = getenv("TMPDIR").map({ String(cString: $0) }), value.hasPrefix("/") else { return "/tmp" }
        return value
    }

    private static func failure<Value>(_ text: String) -> Result<Value, SandboxUnavailable> {
        .failure(SandboxUnavailable(reason: "\(text): \(String(cString: strerror(errno)).lowercased())"))
    }
}
