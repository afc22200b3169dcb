import CZlib

/// Unpacks a body of gzip as it comes.
///
/// libcurl can unpack as well, but takes a body that ends too early for a whole one, and half a page tells nothing of
/// what it lacks.
final class Unpacker {
    enum Progress { case more, enough, failed }

    /// Whether the end of what was packed came.
    private(set) var isAtEnd = false
    private let stream: UnsafeMutablePointer<z_stream>

    init?() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard galley_zlib_start(stream) == Z_OK else { return nil }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// - Parameter limit: how many bytes the body may have.
    func unpack(_ packed: UnsafeRawBufferPointer, into body: inout [UInt8], limit: Int) -> Progress {
        stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(clamping: packed.count)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.step) { room in
            while stream.pointee.avail_in > 0 {
                if isAtEnd {
                    // Several packed files may follow each other; what is none of them is passed over, as browsers do.
                    guard stream.pointee.next_in.pointee == 0x1F, inflateReset(stream) == Z_OK else { return .more }
                    isAtEnd = false
                }
                stream.pointee.next_out = room.baseAddress
                stream.pointee.avail_out = UInt32(room.count)
                let code = inflate(stream, Z_NO_FLUSH)
                guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { return .failed }
                isAtEnd = code == Z_STREAM_END
                let bytes = room.prefix(room.count - Int(stream.pointee.avail_out))
                guard body.count + bytes.count <= limit else {
                    body += bytes.prefix(max(0, limit - body.count))
                    return .enough
                }
                body += bytes
                if code == Z_BUF_ERROR, bytes.isEmpty { break }
            }
            return .more
        }
    }

    private static let step = 32_768
}
