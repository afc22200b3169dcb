/// Where a build's memory is kept between builds.
struct BuildMemoryFile: Sendable {
    private let file: MemoryFile

    /// - Parameter path: an absolute path.
    init(path: String) { file = MemoryFile(path: path, version: 0x47_61_6C_6C_65_79_00_02) }

    /// What the last build left, where it was made under the same circumstances.
    func read(under circumstances: ContentKey) -> BuildMemory? {
        let memory = file.read()?.read { reader throws(ByteReader.Malformed) in try BuildMemory(&reader) }
        return memory?.circumstances == circumstances ? memory : nil
    }

    /// Keeps a build's memory. Where that fails the next build has none.
    func write(_ memory: BuildMemory) {
        var body = ByteWriter()
        memory.write(into: &body)
        file.write(body)
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
