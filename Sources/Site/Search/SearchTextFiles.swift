/// The `texts` files of the index: the sections of all chapters, in reading order.
///
/// A file begins with a page where it can, so that a change of one page leaves the files of others alone. From the page
/// that begins a file to the next one that does is a *run*: usually one file. What a run holds depends on its chapters
/// alone, so that a run of chapters that did not change need not be made again.
struct SearchTextFiles {
    struct File: Sendable {
        /// The number of its first section in the run.
        let start: Int
        let fingerprint: String
        let content: ContentKey
        /// Where it was put.
        let path: SitePath
    }

    struct Run: Sendable {
        /// Of the entries of its chapters.
        let key: ContentKey
        let chapters: Int
        /// Whether it ended because it was full, and not because there were no more chapters.
        let isFull: Bool
        let files: [File]
    }

    private(set) var outputs: [Output] = []
    /// What each file begins with, and the fingerprint in its name: words parted by blanks.
    private(set) var directory = ""
    /// All runs whose chapters have keys, by the key of the first one.
    private(set) var runs: [ContentKey: Run] = [:]

    private let entries: [SearchEntry]
    private let texts: @Sendable (Int) -> SearchTexts

    /// - Parameters:
    ///   - known: the runs of the last build.
    ///   - texts: of the chapter at an index.
    ///   - read: gives an output as the last build left it.
    init(
        _ entries: [SearchEntry], known: [ContentKey: Run], read: @escaping @Sendable (SitePath) -> [UInt8]?,
        texts: @escaping @Sendable (Int) -> SearchTexts
    ) {
        self.entries = entries
        self.texts = texts
        var index = 0
        var section = 0
        while index < entries.count {
            let count: Int
            if let run = entries[index].key.flatMap({ known[$0] }), isSame(run, from: index) {
                count = run.chapters
                add(run, from: index, section: section, read)
            } else {
                count = make(from: index, section: section)
            }
            section += entries[index..<index + count].reduce(0) { $0 + $1.sections }
            index += count
        }
    }

    private func isSame(_ run: Run, from index: Int) -> Bool {
        let end = index + run.chapters
        guard end < entries.count ? run.isFull : end == entries.count else { return false }
        return key(of: index..<end) == run.key
    }

    private func key(of chapters: Range<Int>) -> ContentKey? {
        var key = KeyBuilder("run")
        for entry in entries[chapters] {
            guard let own = entry.key else { return nil }
            key.add(own)
        }
        return key.finish()
    }

    /// Adds a run that the last build made. Its files are read or made only where they are not there any more.
    private mutating func add(
        _ run: Run, from index: Int, section: Int, _ read: @escaping @Sendable (SitePath) -> [UInt8]?
    ) {
        var files: [File] = []
        for (number, file) in run.files.enumerated() {
            let path = begin(at: section + file.start, file.fingerprint)
            let texts = texts
            let chapters = index..<index + run.chapters
            outputs.append(
                Output(path, content: file.content) {
                    if let bytes = read(file.path), ContentKey(of: bytes) == file.content { return bytes }
                    let made = Self.files(of: chapters, texts).files
                    return made.indices.contains(number) ? made[number].bytes : []
                })
            files.append(File(start: file.start, fingerprint: file.fingerprint, content: file.content, path: path))
        }
        remember(Run(key: run.key, chapters: run.chapters, isFull: run.isFull, files: files), from: index)
    }

    /// Makes the run that begins with a chapter.
    /// - Returns: how many chapters it has.
    private mutating func make(from index: Int, section: Int) -> Int {
        let (made, end, isFull) = Self.files(of: index..<entries.count, texts)
        var files: [File] = []
        for file in made {
            let fingerprint = SearchFiles.fingerprint(of: file.bytes)
            let path = begin(at: section + file.start, fingerprint)
            let content = ContentKey(of: file.bytes)
            outputs.append(Output(path, file.bytes))
            files.append(File(start: file.start, fingerprint: fingerprint, content: content, path: path))
        }
        if let key = key(of: index..<end) {
            remember(Run(key: key, chapters: end - index, isFull: isFull, files: files), from: index)
        }
        return end - index
    }

    private mutating func begin(at section: Int, _ fingerprint: String) -> SitePath {
        directory += (directory.isEmpty ? "" : " ") + "\(section) \(fingerprint)"
        return SearchFiles.path("texts", outputs.count, fingerprint)
    }

    private mutating func remember(_ run: Run, from index: Int) {
        if let key = entries[index].key { runs[key] = run }
    }

    /// The files of the run that begins with the first of some chapters, and where it ends.
    private static func files(
        of chapters: Range<Int>, _ texts: (Int) -> SearchTexts
    ) -> (files: [(start: Int, bytes: [UInt8])], end: Int, isFull: Bool) {
        var files: [(start: Int, bytes: [UInt8])] = []
        var bytes: [UInt8] = []
        var start = 0
        var number = 0
        for index in chapters {
            if bytes.count >= SearchIndex.fileSize {
                files.append((start, SearchFiles.script(bytes, in: "[", "]")))
                return (files, index, true)
            }
            if !bytes.isEmpty { bytes.append(.comma) }
            let texts = texts(index)
            bytes += texts.page
            for (index, section) in texts.sections.enumerated() {
                if index > 0, bytes.count >= 2 * SearchIndex.fileSize {
                    bytes.append(.closingBracket)
                    files.append((start, SearchFiles.script(bytes, in: "[", "]")))
                    bytes = texts.page
                    start = number
                }
                bytes.append(.comma)
                bytes += section
                number += 1
            }
            bytes.append(.closingBracket)
        }
        files.append((start, SearchFiles.script(bytes, in: "[", "]")))
        return (files, chapters.upperBound, bytes.count >= SearchIndex.fileSize)
    }
}

extension UInt8 {
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let closingBracket = UInt8(ascii: "]")
}
