/// Where a build's memory is kept between builds.
struct BuildMemoryFile: Sendable {
    private let file: MemoryFile

    /// - Parameter path: an absolute path.
    init(path: String) { file = MemoryFile(path: path, version: 0x47_61_6C_6C_65_79_00_04) }

    /// What the last build left, under whatever circumstances.
    func read() -> BuildMemory? {
        guard let content = file.read(),
            var memory = content.read({ reader throws(ByteReader.Malformed) in try BuildMemory(&reader) }),
            let changes = content.readChanges({ reader throws(ByteReader.Malformed) in try BuildMemory(&reader) })
        else { return nil }
        for change in changes { memory.take(change) }
        memory.end = content.end
        return memory
    }

    /// Keeps a build's memory. Where that fails the next build has none.
    func write(_ memory: BuildMemory) { file.write(memory.written) }

    /// Keeps what a build changed of the memory that was read.
    /// - Returns: whether that was possible. Where it was not, the whole memory is to be written.
    func append(_ change: BuildMemory, to memory: BuildMemory) -> Bool {
        memory.end.map { file.append(change.written, behind: $0) } ?? false
    }
}

extension BuildMemory {
    fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
        circumstances = try reader.key()
        began = try reader.number()
        published = try reader.number()
        surroundings = try reader.key()
        let chapterCount = try reader.count()
        chapters.reserveCapacity(chapterCount)
        for _ in 0..<chapterCount {
            let facts = try ChapterFacts(&reader)
            let files = try Self.files(&reader, mostly: facts.source)
            let key = try reader.number() == 1 ? ChapterKey(own: try reader.key(), whole: try reader.key()) : nil
            chapters[facts.source] = KnownChapter(facts: facts, files: files, key: key)
        }
        let count = try reader.count()
        made.reserveCapacity(count)
        for _ in 0..<count {
            let name = try reader.text()
            let key = try reader.key()
            made[name] = Made(key: key, outputs: try Self.files(&reader, mostly: ""))
        }
    }

    /// - Parameter usual: the path that most often is the only one.
    private static func files(
        _ reader: inout ByteReader, mostly usual: String
    ) throws(ByteReader.Malformed) -> [File] {
        try reader.list { reader throws(ByteReader.Malformed) in
            let path = try reader.text(or: usual)
            let size = try reader.number()
            let modified = try reader.number()
            let changed = try reader.number()
            let stamp = FileStamp(size: size, modified: modified, changed: changed, inode: try reader.number())
            return File(path: path, stamp: stamp, content: try reader.key())
        }
    }

    fileprivate var written: ByteWriter {
        var body = ByteWriter()
        // About what a chapter and its page take.
        body.reserve(1024 * made.count)
        write(into: &body)
        return body
    }

    private func write(into writer: inout ByteWriter) {
        writer.add(circumstances)
        writer.add(began)
        writer.add(published)
        writer.add(surroundings)
        writer.add(UInt64(chapters.count))
        for chapter in chapters.values {
            chapter.facts.write(into: &writer)
            Self.write(chapter.files, mostly: chapter.facts.source, into: &writer)
            writer.add(chapter.key == nil ? 0 : 1)
            if let key = chapter.key {
                writer.add(key.own)
                writer.add(key.whole)
            }
        }
        writer.add(UInt64(made.count))
        for (name, made) in made {
            writer.add(name)
            writer.add(made.key)
            Self.write(made.outputs, mostly: "", into: &writer)
        }
    }

    private static func write(_ files: [File], mostly usual: String, into writer: inout ByteWriter) {
        writer.add(files) { file, writer in
            writer.add(file.path, or: usual)
            writer.add(file.stamp.size)
            writer.add(file.stamp.modified)
            writer.add(file.stamp.changed)
            writer.add(file.stamp.inode)
            writer.add(file.content)
        }
    }
}
