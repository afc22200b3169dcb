import Glibc

/// Folders that an author's code may have written into: no symbolic link is followed.
enum FolderTree {
    /// Removes a file or a folder with all that it holds, as far as the system allows.
    static func remove(_ path: String) {
        guard unlink(path) != 0 else { return }
        // An author's code may have taken its own rights to the folder away.
        chmod(path, 0o700)
        empty(open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
        rmdir(path)
    }

    /// The names in a folder, in no order; empty where there is no such folder.
    static func entries(of path: String) -> [String] {
        names(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    }

    /// How many bytes the files below a folder take on disk.
    static func size(of path: String) -> Int {
        var total = 0
        for name in names(open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)) {
            var status = stat()
            guard lstat("\(path)/\(name)", &status) == 0 else { continue }
            total += Int(status.st_blocks) * 512
            if status.st_mode & S_IFMT == S_IFDIR { total += size(of: "\(path)/\(name)") }
        }
        return total
    }

    private static func empty(_ folder: Int32) {
        guard folder >= 0 else { return }
        defer { close(folder) }
        for name in names(dup(folder)) where unlinkat(folder, name, 0) != 0 {
            fchmodat(folder, name, 0o700, 0)
            empty(openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
            unlinkat(folder, name, AT_REMOVEDIR)
        }
    }

    private static func names(_ descriptor: Int32) -> [String] {
        guard descriptor >= 0 else { return [] }
        guard let stream = fdopendir(descriptor) else {
            close(descriptor)
            return []
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
