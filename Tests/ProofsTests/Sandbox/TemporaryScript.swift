import Glibc
import TestSupport

/// A folder with one program in it.
final class TemporaryScript: Sendable {
    private let folder: TemporaryFolder
    var path: String { folder.path }

    init(_ name: String, _ text: String) throws {
        folder = try TemporaryFolder(files: [name: text])
        chmod("\(folder.path)/\(name)", 0o755)
    }
}
