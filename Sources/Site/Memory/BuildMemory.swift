import Diagnostics

/// What the last build knew: sources and what others see of them, what outputs were made of, and how they were left.
///
/// Nothing in it is believed that was not looked at again: a source counts as unchanged when its stamp or its content
/// says so, an output when what is in its place is what was written. So its loss costs time and nothing else.
struct BuildMemory: Sendable {
    /// A source or an output as it was left.
    struct File: Sendable {
        /// In the project or in the site.
        let path: String
        let stamp: FileStamp
        let content: ContentKey
    }

    /// A chapter without findings.
    struct KnownChapter: Sendable {
        /// What others see of it.
        let facts: ChapterFacts
        /// All that its text is made of.
        var files: [File]
        /// Its keys; nil where they can't be told.
        var key: ChapterKey?
        /// Whether all files have the stamps that were remembered, so that there is nothing new to remember.
        var isAsLeft = true
    }

    struct Made: Sendable {
        /// Of all that the outputs depend on.
        let key: ContentKey
        let outputs: [File]
    }

    /// Of the program, and of what decides how all files are read.
    var circumstances: ContentKey
    /// When the build began to read, and when it began to put outputs in their places.
    var began: UInt64
    var published: UInt64 = 0
    /// Of what the keys of all chapters have in common.
    var surroundings: ContentKey
    /// By fragment.
    var chapters: [String: KnownChapter] = [:]
    /// By the name of the job.
    var made: [String: Made] = [:]
    /// Where it was read, if it was.
    var end: MemoryFile.End?

    /// Takes what a later build changed. What that does not name, it found as it was left.
    mutating func take(_ change: BuildMemory) {
        circumstances = change.circumstances
        began = change.began
        published = change.published
        surroundings = change.surroundings
        chapters.merge(change.chapters) { $1 }
        made.merge(change.made) { $1 }
    }

    /// A chapter whose files all are what they were, with the stamps that they have now; else nil.
    /// - Parameter folder: the project's own.
    func chapter(_ source: String, in files: ProjectFiles, _ folder: OpenFolder) -> KnownChapter? {
        guard var chapter = chapters[source] else { return nil }
        for (index, file) in chapter.files.enumerated() {
            guard let stamp = folder.source(file.path) else { return nil }
            if stamp == file.stamp, stamp.isSettled(at: began) { continue }
            guard stamp.size == file.stamp.size, case .success(let present) = files.file(file.path),
                ContentKey(of: present.bytes) == file.content
            else { return nil }
            chapter.files[index] = File(path: file.path, stamp: stamp, content: file.content)
            chapter.isAsLeft = false
        }
        return chapter
    }

    /// The key of a text by the files that it is made of.
    static func text(of files: [File]) -> ContentKey {
        var key = KeyBuilder("text")
        for file in files {
            key.add(file.path)
            key.add(file.content)
        }
        return key.finish()
    }

    /// The same of files that were read.
    static func text(of dependencies: [String], in files: ProjectFiles) -> ContentKey? {
        var key = KeyBuilder("text")
        for path in dependencies {
            guard case .success(let file) = files.file(path) else { return nil }
            key.add(path)
            key.add(ContentKey(of: file.bytes))
        }
        return key.finish()
    }
}
