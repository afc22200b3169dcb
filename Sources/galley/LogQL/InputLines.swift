import Glibc

/// The lines of standard input, one after the other; empty ones are left out.
struct InputLines: Sequence {
    func makeIterator() -> AnyIterator<[UInt8]> {
        var buffer: [UInt8] = []
        var start = 0
        var isAtEnd = false
        func read() {
            if start > 0 {
                buffer.removeFirst(start)
                start = 0
            }
            let held = buffer.count
            buffer += [UInt8](repeating: 0, count: 65_536)
            let count = buffer.withUnsafeMutableBytes { bytes in
                Glibc.read(STDIN_FILENO, bytes.baseAddress.map { $0 + held }, 65_536)
            }
            buffer.removeLast(65_536 - Swift.max(0, count))
            isAtEnd = count <= 0
        }
        var searched = 0
        return AnyIterator {
            while true {
                if let end = buffer[Swift.max(start, searched)...].firstIndex(of: 0x0A) {
                    let line = Array(buffer[start..<end])
                    start = end + 1
                    searched = start
                    if !line.isEmpty { return line }
                    continue
                }
                if isAtEnd {
                    guard start < buffer.count else { return nil }
                    defer { start = buffer.count }
                    return Array(buffer[start...])
                }
                searched = buffer.count - start
                read()
            }
        }
    }
}
