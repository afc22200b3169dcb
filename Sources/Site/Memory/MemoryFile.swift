/// A file that one build leaves for the next.
///
/// It has a version and a key of its content. One that is missing, cut off, changed or of another version is as good as
/// none.
struct MemoryFile: Sendable {
    /// An absolute path.
    let path: String
    let version: UInt64

    private static let headSize = 24

    /// What stands in the file.
    func read() -> Content? {
        guard let bytes = (try? FileAccess.read(path)) ?? nil, bytes.count > Self.headSize else { return nil }
        let isSound = bytes.withUnsafeBytes { buffer in
            var head = ByteReader(buffer)
            guard let version = try? head.number(), version == self.version, let key = try? head.key() else {
                return false
            }
            return key == ContentKey(of: UnsafeRawBufferPointer(rebasing: buffer[Self.headSize...]))
        }
        return isSound ? Content(bytes: bytes) : nil
    }

    /// Keeps a content. Where that fails the next build has none.
    func write(_ body: ByteWriter) {
        var head = ByteWriter()
        head.add(version)
        head.add(ContentKey(of: body.bytes))
        do throws(FileProblem) {
            if let slash = path.lastIndex(of: "/") { try FileAccess.makeFolder(String(path[..<slash])) }
            try FileAccess.write(head.bytes + body.bytes, to: path + ".new")
            try FileAccess.rename(path + ".new", to: path)
        } catch {
            FileAccess.remove(path)
        }
    }

    /// What stands in a sound file.
    struct Content: Sendable {
        fileprivate let bytes: [UInt8]

        /// Bytes at a place that a reading told.
        subscript(range: Range<Int>) -> ArraySlice<UInt8> {
            bytes[range.lowerBound + MemoryFile.headSize..<range.upperBound + MemoryFile.headSize]
        }

        /// Reads values; nil where they are malformed, or not all that is there.
        func read<Value>(_ body: (inout ByteReader) throws(ByteReader.Malformed) -> Value) -> Value? {
            bytes.withUnsafeBytes { buffer in
                var reader = ByteReader(UnsafeRawBufferPointer(rebasing: buffer[MemoryFile.headSize...]))
                guard let value = try? body(&reader), reader.isAtEnd else { return nil }
                return value
            }
        }
    }
}
