import Glibc

/// What a program reads from its standard input: a nameless temporary file.
///
/// A pipe would have to be fed while the program runs, and a program that closes its input early would send SIGPIPE, which
/// ends galley.
enum InputFile {
    /// Opens a nameless file with the bytes, at its start.
    ///
    /// - Returns: the descriptor, which the caller closes; nil where the system gives none.
    static func open(_ bytes: [UInt8]) -> Int32? {
        guard !bytes.isEmpty else { return descriptor(Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC)) }
        guard let stream = tmpfile() else { return nil }
        defer { fclose(stream) }
        // Readable for all: a sandboxed program may open its /dev/stdin anew, as another user.
        let file = fileno(stream)
        guard write(bytes, to: file), fchmod(file, 0o444) == 0, lseek(file, 0, SEEK_SET) == 0 else { return nil }
        return descriptor(fcntl(file, F_DUPFD_CLOEXEC, 0))
    }

    static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    private static func descriptor(_ value: Int32) -> Int32? { value < 0 ? nil : value }
}
