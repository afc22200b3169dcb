/// A folder that is filled at one go, and only if nothing is in it yet.
public struct NewFolder: Sendable {
    /// Why it can't be had.
    public enum Failure: Error, Sendable, Hashable {
        /// Something that is no folder has the name.
        case notAFolder
        /// It holds something already: the first name.
        case notEmpty(String)
        /// What the system refused. What had been written is gone again.
        case refused(FileProblem)
    }

    let path: String

    public init(_ path: String) { self.path = path }

    /// Writes files by their paths in the folder, which is made where it is missing. A folder that git has just begun
    /// counts as empty.
    public func fill(_ files: [String: [UInt8]]) throws(Failure) {
        let isNew = !FileAccess.exists(path)
        guard isNew || FileAccess.isFolder(path) else { throw .notAFolder }
        if let name = FileAccess.names(in: path).first(where: { $0 != ".git" }) { throw .notEmpty(name) }
        do throws(FileProblem) {
            for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
                let target = "\(path)/\(file)"
                try FileAccess.makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
                try FileAccess.write(bytes, to: target)
            }
        } catch {
            for name in FileAccess.names(in: path) where name != ".git" { FileAccess.remove("\(path)/\(name)") }
            if isNew { FileAccess.remove(path) }
            throw .refused(error)
        }
    }
}
