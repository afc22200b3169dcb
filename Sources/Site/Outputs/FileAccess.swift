import Glibc

/// What the system refused, and where.
public struct FileProblem: Error, Sendable, Hashable {
    /// What was tried, as in "write" or "rename".
    public let operation: String
    /// The absolute path.
    public let path: String
    /// The system's error number.
    public let code: Int32

    /// The system's own words: "No space left on device".
    public var reason: String { String(cString: strerror(code)) }
}

/// Files by the system's own calls.
///
/// Foundation's writers wait for the disk after each file, which takes minutes for thousands of pages; a build that is
/// cut off by a power failure is made again.
enum FileAccess {
    /// The bytes of a file, or nil where there is none.
    static func read(_ path: String) throws(FileProblem) -> [UInt8]? { try readStamped(path)?.bytes }

    /// The same with the file's stamp as it was before the bytes were read.
    static func readStamped(_ path: String) throws(FileProblem) -> (bytes: [UInt8], stamp: FileStamp)? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileProblem(operation: "read", path: path, code: errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileProblem(operation: "read", path: path, code: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw FileProblem(operation: "read", path: path, code: EISDIR) }
        var bytes: [UInt8] = []
        var failure: Int32 = 0
        let expected = max(Int(status.st_size), 0)
        bytes = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
            while count < expected {
                let step = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, expected - count)
                if step < 0, errno == EINTR { continue }
                if step < 0 { failure = errno }
                if step <= 0 { break }
                count += step
            }
        }
        guard failure == 0 else { throw FileProblem(operation: "read", path: path, code: failure) }
        return (bytes, FileStamp(status, countsChange: false))
    }

    /// Whether two contents are the same. `==` of arrays compares byte by byte.
    static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return one.withUnsafeBytes { one in
            other.withUnsafeBytes { other in
                guard let start = one.baseAddress, let otherStart = other.baseAddress else { return true }
                return memcmp(start, otherStart, one.count) == 0
            }
        }
    }

    /// Writes a file whole, replacing what was there. On failure the part that was written is removed.
    /// - Returns: the stamp of the new file.
    @discardableResult
    static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) -> FileStamp {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw FileProblem(operation: "write", path: path, code: errno) }
        var failure = write(bytes, into: descriptor)
        var status = stat()
        if failure == 0, fstat(descriptor, &status) != 0 { failure = errno }
        // Some file systems tell of a full disk only when the file is closed.
        if close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            unlink(path)
            throw FileProblem(operation: "write", path: path, code: failure)
        }
        return FileStamp(status, countsChange: false)
    }

    /// Writes behind what is in a file, if that has so many bytes. A file whose end can't be written whole is removed.
    /// - Returns: whether it was done.
    static func append(_ bytes: [UInt8], to path: String, ofSize size: Int) -> Bool {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        var status = stat()
        guard fstat(descriptor, &status) == 0, Int(status.st_size) == size else {
            close(descriptor)
            return false
        }
        let failure = write(bytes, into: descriptor)
        guard close(descriptor) == 0, failure == 0 else {
            unlink(path)
            return false
        }
        return true
    }

    /// - Returns: the system's error number, or 0.
    private static func write(_ bytes: [UInt8], into descriptor: Int32) -> Int32 {
        var written = 0
        return bytes.withUnsafeBytes { buffer in
            while written < buffer.count {
                let step = Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                if step < 0, errno == EINTR { continue }
                guard step > 0 else { return step < 0 ? errno : EIO }
                written += step
            }
            return 0
        }
    }

    static func rename(_ old: String, to new: String) throws(FileProblem) {
        guard Glibc.rename(old, new) == 0 else { throw FileProblem(operation: "replace", path: new, code: errno) }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(FileProblem) {
        if mkdir(path, 0o755) == 0 || errno == EEXIST {
            guard isFolder(path) else { throw FileProblem(operation: "make the folder", path: path, code: ENOTDIR) }
            return
        }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
            throw FileProblem(operation: "make the folder", path: path, code: errno)
        }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw FileProblem(operation: "make the folder", path: path, code: errno)
        }
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether something is at the path, a dangling symbolic link included.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// The names in a folder, sorted; none where there is no such folder.
    static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The paths of all files below a folder, relative to it and sorted. Symbolic links are not followed.
    static func files(below folder: String, prefix: String = "") -> [String] {
        names(in: folder).flatMap { name -> [String] in
            var status = stat()
            guard lstat("\(folder)/\(name)", &status) == 0 else { return [] }
            if status.st_mode & S_IFMT == S_IFDIR {
                return files(below: "\(folder)/\(name)", prefix: "\(prefix)\(name)/")
            }
            return status.st_mode & S_IFMT == S_IFREG ? [prefix + name] : []
        }
    }

    /// Removes a file or a folder with all that it holds; symbolic links are removed, not followed.
    static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in names(in: path) { remove("\(path)/\(name)") }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}
