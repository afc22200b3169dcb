import Glibc

/// The program's own streams, written by the system's call: the C library's are shared state.
enum StandardStream: Int32 {
    case output = 1
    case errors = 2

    func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            // Nobody reads any more, or the disk is full: there is nowhere left to say so.
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
