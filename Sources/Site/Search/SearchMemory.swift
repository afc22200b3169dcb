/// What earlier builds made of the search index: the part of each chapter, under the key of what it was made of.
///
/// It is read only where the index has to be made again, so that a change of one page does not ask for the texts of all
/// others. Its loss costs time and nothing else.
struct SearchMemory: Sendable {
    private let content: MemoryFile.Content
    /// Where each part stands.
    private let places: [ContentKey: Range<Int>]

    private static func file(of project: Project) -> MemoryFile? {
        project.memoryFile.map { _ in
            MemoryFile(path: "\(project.files.root)/\(Project.memoryFolder)/search", version: 0x53_65_61_72_63_68_00_01)
        }
    }

    /// What was kept for a project; nil where there is nothing, or where another program made it.
    init?(_ project: Project) {
        guard let content = Self.file(of: project)?.read() else { return nil }
        let circumstances = project.circumstances
        let places = content.read { reader throws(ByteReader.Malformed) -> [ContentKey: Range<Int>]? in
            let isKnown = try reader.key() == circumstances
            let count = try reader.count()
            var places: [ContentKey: Range<Int>] = [:]
            places.reserveCapacity(count)
            for _ in 0..<count {
                let key = try reader.key()
                places[key] = try reader.skipContent()
            }
            return isKnown ? places : nil
        }
        guard let places = places ?? nil else { return nil }
        self.content = content
        self.places = places
    }

    /// The part of a chapter that was made of what the key names.
    func part(_ key: ContentKey) -> SearchPart? {
        places[key].flatMap { place in
            content.read(place) { reader throws(ByteReader.Malformed) in try SearchPart(&reader) }
        }
    }

    /// Keeps parts for the next build.
    static func write(_ parts: [(key: ContentKey, part: SearchPart)], of project: Project) {
        guard let file = file(of: project) else { return }
        var body = ByteWriter()
        body.add(project.circumstances)
        body.add(parts) { entry, body in
            body.add(entry.key)
            var writer = ByteWriter()
            entry.part.write(into: &writer)
            body.add(bytes: writer.bytes)
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

extension SearchPart {
    fileprivate init(_ reader: inout ByteReader) throws(ByteReader.Malformed) {
        page = try reader.content()
        sections = try reader.list { reader throws(ByteReader.Malformed) in try reader.content() }
        terms = SearchTerms(listed: try reader.content())
        postings = try reader.list { reader throws(ByteReader.Malformed) in
            let number = try reader.number()
            guard let standing = Standing(rawValue: UInt8(number & 7)) else { throw ByteReader.Malformed() }
            return Posting(
                term: UInt32(number >> 35), section: UInt32(truncatingIfNeeded: number >> 3), standing: standing)
        }
        guard postings.allSatisfy({ $0.term < terms.count && $0.section < sections.count }) else {
            throw ByteReader.Malformed()
        }
    }

    fileprivate func write(into writer: inout ByteWriter) {
        writer.add(bytes: page)
        writer.add(sections) { section, writer in writer.add(bytes: section) }
        writer.add(bytes: terms.listed)
        writer.add(postings) { posting, writer in
            writer.add(UInt64(posting.term) << 35 | UInt64(posting.section) << 3 | UInt64(posting.standing.rawValue))
        }
    }
}
