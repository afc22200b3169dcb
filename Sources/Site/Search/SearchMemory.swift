/// What earlier builds made of the search index: the part of each chapter under the key of what it was made of, and which
/// files hold the sections of which chapters.
///
/// It is read only where the index has to be made again, so that a change of one page does not ask for the texts of all
/// others. Its loss costs time and nothing else.
struct SearchMemory: Sendable {
    /// By the numbers that parts name them by.
    let terms: SearchTerms
    /// By the key of the first chapter.
    let runs: [ContentKey: SearchTextFiles.Run]
    private let entries: [ContentKey: SearchEntry]

    private static func file(of project: Project) -> MemoryFile? {
        project.memoryFile.map { _ in
            MemoryFile(path: "\(project.files.root)/\(Project.memoryFolder)/search", version: 0x53_65_61_72_63_68_00_02)
        }
    }

    /// What was kept for a project; nil where there is nothing, or where another program made it.
    init?(_ project: Project) {
        guard let content = Self.file(of: project)?.read() else { return nil }
        let circumstances = project.circumstances
        let memory = content.read { reader throws(ByteReader.Malformed) -> SearchMemory? in
            let isKnown = try reader.key() == circumstances
            let memory = try SearchMemory(&reader, content)
            return isKnown ? memory : nil
        }
        guard let memory = memory ?? nil else { return nil }
        self = memory
    }

    private init(_ reader: inout ByteReader, _ content: MemoryFile.Content) throws(ByteReader.Malformed) {
        let used = try reader.count()
        terms = SearchTerms(listed: try reader.content())
        // Terms that no chapter has any more keep their numbers. Where they are many, it is time to begin anew.
        guard terms.count <= 2 * used + 1000 else { throw ByteReader.Malformed() }
        var runs: [ContentKey: SearchTextFiles.Run] = [:]
        for _ in 0..<(try reader.count()) {
            let first = try reader.key()
            runs[first] = try SearchTextFiles.Run(&reader)
        }
        self.runs = runs
        let count = try reader.count()
        var entries: [ContentKey: SearchEntry] = [:]
        entries.reserveCapacity(count)
        for _ in 0..<count {
            let key = try reader.key()
            guard let sections = Int(exactly: try reader.number()) else { throw ByteReader.Malformed() }
            let terms = content[try reader.skipContent()]
            let places = content[try reader.skipContent()]
            entries[key] = SearchEntry(key: key, sections: sections, terms: terms, places: places)
        }
        self.entries = entries
    }

    /// The part of a chapter that was made of what the key names.
    func entry(_ key: ContentKey) -> SearchEntry? { entries[key] }

    /// Keeps parts for the next build.
    static func write(
        _ entries: [SearchEntry], terms: SearchTerms, used: Int, runs: [ContentKey: SearchTextFiles.Run],
        of project: Project
    ) {
        guard let file = file(of: project) else { return }
        var body = ByteWriter()
        body.reserve(entries.reduce(0) { $0 + $1.terms.count + $1.places.count + 64 } + 256 * runs.count)
        body.add(project.circumstances)
        body.add(UInt64(used))
        body.add(bytes: terms.listed)
        body.add(UInt64(runs.count))
        for (first, run) in runs {
            body.add(first)
            run.write(into: &body)
        }
        // Chapters whose text was asked for, and was another than it seemed, have no key.
        body.add(UInt64(entries.count { $0.key != nil }))
        for entry in entries {
            guard let key = entry.key else { continue }
            body.add(key)
            body.add(UInt64(entry.sections))
            body.add(bytes: entry.terms)
            body.add(bytes: entry.places)
        }
        file.write(body)
    }

    /// The key of a chapter's part; nil where its text can't be told from another.
    static func key(of chapter: Chapter) -> ContentKey? {
        guard let text = chapter.textKey, !chapter.isOther else { return nil }
        var key = KeyBuilder("search")
        key.add(text)
        key.add(chapter.path)
        return key.finish()
    }
}

extension SearchTextFiles.Run {
    fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
        key = try reader.key()
        let count = try reader.number()
        isFull = try reader.number() == 1
        files = try reader.list { reader throws(ByteReader.Malformed) in
            guard let start = Int(exactly: try reader.number()) else { throw ByteReader.Malformed() }
            let fingerprint = try reader.text()
            let content = try reader.key()
            return SearchTextFiles.File(
                start: start, fingerprint: fingerprint, content: content, path: SitePath(try reader.text()))
        }
        // A run without chapters would never end.
        guard let chapters = Int(exactly: count), (1...1_000_000).contains(chapters) else {
            throw ByteReader.Malformed()
        }
        self.chapters = chapters
    }

    fileprivate func write(into writer: inout ByteWriter) {
        writer.add(key)
        writer.add(UInt64(chapters))
        writer.add(isFull ? 1 : 0)
        writer.add(files) { file, writer in
            writer.add(UInt64(file.start))
            writer.add(file.fingerprint)
            writer.add(file.content)
            writer.add(file.path.text)
        }
    }
}
