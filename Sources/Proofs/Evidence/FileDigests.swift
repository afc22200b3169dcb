import Diagnostics
import Synchronization

/// The digests of files, each computed once.
public final class FileDigests: Sendable {
    private let known = Mutex<[String: String]>([:])

    public init() {}

    func of(_ file: SourceFile) -> String {
        if let digest = known.withLock({ $0[file.path] }) { return digest }
        let digest = Digest.of(file.bytes)
        known.withLock { $0[file.path] = digest }
        return digest
    }
}
