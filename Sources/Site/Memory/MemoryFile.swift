/// A file that one build leaves for the next: a whole state, and behind it what later builds changed of that.
///
/// It has a version, and each part has a key, made of its content and of the key of the part before it, so that a part
/// counts only behind the one that it was written for. A file that is missing, cut off, changed or of another version is as
/// good as none.
struct MemoryFile: Sendable {
    /// An absolute path.
    let path: String
    let version: UInt64

    /// Where a file ends, for what is to be written behind it.
    struct End: Sendable {
        /// Of the last part.
        fileprivate let key: ContentKey
        fileprivate let size: Int
        /// Of the first part.
        fileprivate let wholeSize: Int

        /// Whether so many bytes more are worth it, or the whole state had better be written anew.
        fileprivate func hasRoom(for count: Int) -> Bool { size + count <= wholeSize + wholeSize / 2 }
    }

    /// What stands in the file.
    func read() -> Content? {
        guard let bytes = (try? FileAccess.read(path)) ?? nil else { return nil }
        return bytes.withUnsafeBytes { buffer -> (parts: [Range<Int>], key: ContentKey)? in
            var reader = ByteReader(buffer)
            guard let version = try? reader.number(), version == self.version else { return nil }
            var parts: [Range<Int>] = []
            var last: ContentKey?
            repeat {
                guard let key = try? reader.key(), let part = try? reader.skipContent(),
                    key == Self.key(of: UnsafeRawBufferPointer(rebasing: buffer[part]), behind: last)
                else { return nil }
                parts.append(part)
                last = key
            } while !reader.isAtEnd
            return last.map { (parts, $0) }
        }.map { parts, key in
            let wholeSize = parts.first?.upperBound ?? 0
            return Content(bytes: bytes, parts: parts, end: End(key: key, size: bytes.count, wholeSize: wholeSize))
        }
    }

    /// Keeps a whole state. Where that fails the next build has none.
    func write(_ body: ByteWriter) {
        var bytes = ByteWriter()
        bytes.reserve(body.bytes.count + 64)
        bytes.add(version)
        Self.add(body, behind: nil, to: &bytes)
        do throws(FileProblem) {
            if let slash = path.lastIndex(of: "/") { try FileAccess.makeFolder(String(path[..<slash])) }
            try FileAccess.write(bytes.bytes, to: path + ".new")
            try FileAccess.rename(path + ".new", to: path)
        } catch {
            FileAccess.remove(path)
        }
    }

    /// Keeps what changed of the state that a file ends with.
    /// - Returns: whether that was possible: not where the file is another by now, or changes would outgrow the state.
    func append(_ body: ByteWriter, behind end: End) -> Bool {
        var bytes = ByteWriter()
        Self.add(body, behind: end.key, to: &bytes)
        guard end.hasRoom(for: bytes.bytes.count) else { return false }
        return FileAccess.append(bytes.bytes, to: path, ofSize: end.size)
    }

    private static func add(_ body: ByteWriter, behind last: ContentKey?, to bytes: inout ByteWriter) {
        bytes.add(body.bytes.withUnsafeBytes { key(of: $0, behind: last) })
        bytes.add(bytes: body.bytes)
    }

    private static func key(of body: UnsafeRawBufferPointer, behind last: ContentKey?) -> ContentKey {
        var key = KeyBuilder("part")
        if let last { key.add(last) }
        key.add(ContentKey(of: body))
        return key.finish()
    }

    /// What stands in a sound file.
    struct Content: Sendable {
        fileprivate let bytes: [UInt8]
        /// The whole state, and each change of it.
        fileprivate let parts: [Range<Int>]
        let end: End

        /// Bytes at a place of the whole state that a reading of it told.
        subscript(range: Range<Int>) -> ArraySlice<UInt8> {
            let start = parts.first?.lowerBound ?? 0
            return bytes[start + range.lowerBound..<start + range.upperBound]
        }

        /// Reads the values of the whole state; nil where they are malformed, or not all that is there.
        func read<Value>(_ body: (inout ByteReader) throws(ByteReader.Malformed) -> Value) -> Value? {
            parts.first.flatMap { read($0, body) }
        }

        /// Reads the values of the changes, from the first on.
        func readChanges<Value>(_ body: (inout ByteReader) throws(ByteReader.Malformed) -> Value) -> [Value]? {
            var values: [Value] = []
            for part in parts.dropFirst() {
                guard let value = read(part, body) else { return nil }
                values.append(value)
            }
            return values
        }

        private func read<Value>(
            _ part: Range<Int>, _ body: (inout ByteReader) throws(ByteReader.Malformed) -> Value
        ) -> Value? {
            bytes.withUnsafeBytes { buffer in
                var reader = ByteReader(UnsafeRawBufferPointer(rebasing: buffer[part]))
                guard let value = try? body(&reader), reader.isAtEnd else { return nil }
                return value
            }
        }
    }
}
