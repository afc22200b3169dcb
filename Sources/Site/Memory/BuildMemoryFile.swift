/// Where a build's memory is kept between builds.
///
/// The file has a version and a key of its content. One that is missing, cut off, changed or of another version is as
/// good as none.
struct BuildMemoryFile: Sendable {
    private static let version: UInt64 = 0x47_61_6C_6C_65_79_00_01

    /// An absolute path.
    let path: String

    /// What the last build left, where it was made under the same circumstances.
    func read(under circumstances: ContentKey) -> BuildMemory? {
        guard let bytes = (try? FileAccess.read(path)) ?? nil else { return nil }
        return bytes.withUnsafeBytes { buffer in
            guard buffer.count > 24 else { return nil }
            var head = ByteReader(buffer)
            let body = UnsafeRawBufferPointer(rebasing: buffer[24...])
            guard let version = try? head.number(), version == Self.version, let key = try? head.key(),
                key == ContentKey(of: body)
            else { return nil }
            var reader = ByteReader(body)
            guard let memory = try? BuildMemory(&reader), reader.isAtEnd, memory.circumstances == circumstances else {
                return nil
            }
            return memory
        }
    }

    /// Keeps a build's memory. Where that fails the next build has none.
    func write(_ memory: BuildMemory) {
        var body = ByteWriter()
        memory.write(into: &body)
        var head = ByteWriter()
        head.add(Self.version)
        head.add(ContentKey(of: body.bytes))
        do throws(FileProblem) {
            if let slash = path.lastIndex(of: "/") { try FileAccess.makeFolder(String(path[..<slash])) }
            try FileAccess.write(head.bytes + body.bytes, to: path + ".new")
            try FileAccess.rename(path + ".new", to: path)
        } catch {
            FileAccess.remove(path)
        }
    }
}

extension BuildMemory {
    fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
        circumstances = try reader.key()
        began = try reader.number()
        published = try reader.number()
        sources = try Self.files(&reader)
        for facts in try reader.list({ reader throws(ByteReader.Malformed) in try ChapterFacts(&reader) }) {
            chapters[facts.source] = facts
        }
        let count = try reader.count()
        made.reserveCapacity(count)
        for _ in 0..<count {
            let name = try reader.text()
            let key = try reader.key()
            made[name] = Made(
                key: key, outputs: try reader.list { reader throws(ByteReader.Malformed) in try reader.text() })
        }
        outputs = try Self.files(&reader)
    }

    private static func files(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> [String: Source] {
        let count = try reader.count()
        var files: [String: Source] = [:]
        files.reserveCapacity(count)
        for _ in 0..<count {
            let path = try reader.text()
            let size = try reader.number()
            let modified = try reader.number()
            let changed = try reader.number()
            let stamp = FileStamp(size: size, modified: modified, changed: changed, inode: try reader.number())
            files[path] = Source(stamp: stamp, content: try reader.key())
        }
        return files
    }

    fileprivate func write(into writer: inout ByteWriter) {
        writer.add(circumstances)
        writer.add(began)
        writer.add(published)
        Self.write(sources, into: &writer)
        writer.add(Array(chapters.values)) { facts, writer in facts.write(into: &writer) }
        writer.add(Array(made)) { entry, writer in
            writer.add(entry.key)
            writer.add(entry.value.key)
            writer.add(entry.value.outputs) { path, writer in writer.add(path) }
        }
        Self.write(outputs, into: &writer)
    }

    private static func write(_ files: [String: Source], into writer: inout ByteWriter) {
        writer.add(Array(files)) { file, writer in
            writer.add(file.key)
            for number in [file.value.stamp.size, file.value.stamp.modified, file.value.stamp.changed] {
                writer.add(number)
            }
            writer.add(file.value.stamp.inode)
            writer.add(file.value.content)
        }
    }
}
