import Diagnostics

/// What the last build knew: sources and what others see of them, what outputs were made of, and how they were left.
///
/// Nothing in it is believed that was not looked at again: a source counts as unchanged when its stamp or its content
/// says so, an output when what is in its place is what was written. So its loss costs time and nothing else.
struct BuildMemory: Sendable {
    struct Source: Sendable {
        let stamp: FileStamp
        let content: ContentKey
    }

    struct Made: Sendable {
        /// Of all that the outputs depend on.
        let key: ContentKey
        /// Their paths.
        let outputs: [String]
    }

    /// Of the program, and of what decides how all files are read.
    var circumstances: ContentKey
    /// When the build began to read, and when it began to put outputs in their places.
    var began: UInt64
    var published: UInt64 = 0
    /// By path in the project.
    var sources: [String: Source] = [:]
    /// What others see of chapters that have no findings, by fragment.
    var chapters: [String: ChapterFacts] = [:]
    /// Outputs by the name of the job that makes them.
    var made: [String: Made] = [:]
    /// By path in the site.
    var outputs: [String: Source] = [:]

    /// The key of a chapter's text, where all files that it is made of are what they were; else nil.
    func text(of facts: ChapterFacts, in files: ProjectFiles) -> ContentKey? {
        var key = KeyBuilder("text")
        for path in facts.dependencies {
            guard let source = sources[path], isUnchanged(path, source, files) else { return nil }
            key.add(path)
            key.add(source.content)
        }
        return key.finish()
    }

    private func isUnchanged(_ path: String, _ source: Source, _ files: ProjectFiles) -> Bool {
        guard let stamp = FileStamp.source("\(files.root)/\(path)") else { return false }
        if stamp == source.stamp, stamp.isSettled(at: began) { return true }
        guard stamp.size == source.stamp.size, case .success(let file) = files.file(path) else { return false }
        return ContentKey(of: file.bytes) == source.content
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
