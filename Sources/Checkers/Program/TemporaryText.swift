import Glibc
import Proofs

/// A snippet as a file, for programs that read nothing else.
struct TemporaryText {
    let path: String

    /// Nil where no file can be written.
    /// - Parameter ending: the ending of the file's name, without a dot.
    init?(_ bytes: [UInt8], ending: String) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        let suffix = ending.allSatisfy { $0.isASCII && $0.isLetter } && !ending.isEmpty ? "." + ending : ".txt"
        var name = Array((folder + "/" + RunFolder.filePrefix + "XXXXXX" + suffix).utf8CString)
        let descriptor = mkstemps(&name, Int32(suffix.utf8.count))
        guard descriptor >= 0 else { return nil }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        close(descriptor)
        guard rest.isEmpty else {
            unlink(path)
            return nil
        }
    }

    func remove() { unlink(path) }
}
