import Synchronization

/// A build on its way: makes what has to be made, keeps what the last build made, and notes what the next one needs.
final class BuildRun: Sendable {
    private struct Notes {
        /// What was made, and what was kept though it is not as the last build left it.
        var made: [(name: String, made: BuildMemory.Made)] = []
        /// The jobs whose outputs are as the last build left them.
        var asLeft: [String] = []
        var problem: FileProblem?
        var count = 0
    }

    private let folder: OutputFolder
    private let open: OpenFolder?
    private let last: BuildMemory?
    private let timings: Timings
    private let notes = Mutex(Notes())

    init(folder: OutputFolder, memory: BuildMemory?, timings: Timings) {
        self.folder = folder
        open = memory == nil ? nil : OpenFolder(folder.path)
        last = memory
        self.timings = timings
    }

    var problem: FileProblem? { notes.withLock(\.problem) }
    /// How many files the site consists of.
    var count: Int { notes.withLock(\.count) }

    func perform(_ job: PressJob) async {
        // After the first problem there is nothing to be won by trying on.
        guard problem == nil, !keeps(job) else { return }
        let start = timings.now
        let outputs = await job.make()
        timings.add(job.stage, since: start)
        var written: [BuildMemory.File] = []
        let middle = timings.now
        let known = known(outputs, of: job)
        do throws(FileProblem) {
            for output in outputs {
                if let file = known[output.path.text], file.content == output.content, let kept = kept(file) {
                    folder.count([kept.file])
                    written.append(kept.file)
                    continue
                }
                let stamp = try folder.place(output.bytes, at: output.path.text)
                guard job.key != nil else { continue }
                let content = ContentKey(of: output.bytes)
                written.append(BuildMemory.File(path: output.path.text, stamp: stamp, content: content))
            }
        } catch {
            notes.withLock { $0.problem = $0.problem ?? error }
        }
        timings.add(.write, since: middle)
        let made = job.key.map { BuildMemory.Made(key: $0, outputs: written) }
        notes.withLock { notes in
            notes.count += outputs.count
            guard let made else { return }
            notes.made.append((job.name, made))
        }
    }

    /// How the last build left the outputs of a job whose content is known before they are made.
    private func known(_ outputs: [Output], of job: PressJob) -> [String: BuildMemory.File] {
        guard let files = last?.made[job.name]?.outputs, outputs.contains(where: { $0.content != nil }) else {
            return [:]
        }
        return Dictionary(files.lazy.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Keeps what the last build made, where it was made of the same and is still there.
    private func keeps(_ job: PressJob) -> Bool {
        guard let key = job.key, let last, let made = last.made[job.name], made.key == key else { return false }
        let start = timings.now
        defer { timings.add(.verify, since: start) }
        var isAsLeft = true
        var kept: [BuildMemory.File] = []
        for output in made.outputs {
            guard let present = self.kept(output) else { return false }
            if !present.isAsLeft { isAsLeft = false }
            kept.append(present.file)
        }
        folder.count(kept)
        notes.withLock { notes in
            notes.count += kept.count
            if isAsLeft {
                notes.asLeft.append(job.name)
            } else {
                notes.made.append((job.name, BuildMemory.Made(key: key, outputs: kept)))
            }
        }
        return true
    }

    /// An output of the last build as it is now, and whether its stamp told enough; nil where it has to be made again.
    private func kept(_ output: BuildMemory.File) -> (file: BuildMemory.File, isAsLeft: Bool)? {
        guard let last, let stamp = open?.output(output.path), stamp.size == output.stamp.size else { return nil }
        if stamp == output.stamp, stamp.isSettled(at: last.published) { return (output, true) }
        guard let present = (try? FileAccess.readStamped("\(folder.path)/\(output.path)")) ?? nil,
            ContentKey(of: present.bytes) == output.content
        else { return nil }
        return (BuildMemory.File(path: output.path, stamp: present.stamp, content: output.content), false)
    }

    /// Whether the last build made a file of the project of the same, and it is still there.
    func holds(_ name: String, _ key: ContentKey, content: ContentKey?) -> Bool {
        guard let content, let made = last?.made[name], made.key == key, made.outputs.first?.content == content else {
            return false
        }
        notes.withLock { $0.asLeft.append(name) }
        return true
    }

    func remember(_ name: String, _ key: ContentKey?, content: ContentKey) {
        guard let key else { return }
        let stamp = FileStamp(size: 0, modified: 0, changed: 0, inode: 0)
        let made = BuildMemory.Made(key: key, outputs: [BuildMemory.File(path: name, stamp: stamp, content: content)])
        notes.withLock { $0.made.append((name, made)) }
    }

    /// Keeps what the next build may rely on: what changed of what the last one left, where nothing of that is gone.
    func remember(_ project: Project, _ keys: SiteKeys, published: UInt64, in file: BuildMemoryFile) {
        let notes = notes.withLock { $0 }
        var change = BuildMemory(
            circumstances: project.circumstances, began: project.began, published: published,
            surroundings: keys.surroundings)
        change.made = Dictionary(notes.made.lazy.map { ($0.name, $0.made) }, uniquingKeysWith: { $1 })
        var asLeft: [BuildMemory.KnownChapter] = []
        for (chapter, key) in zip(project.manuscript.chapters, keys.chapters)
        where chapter.isSound && !chapter.facts.hasSuppressions {
            guard var known = chapter.known ?? Self.known(chapter, project) else { continue }
            if known.isAsLeft, known.key == key {
                asLeft.append(known)
            } else {
                known.key = key
                change.chapters[chapter.source] = known
            }
        }
        if let last {
            let chapters = asLeft.count + change.chapters.keys.count { last.chapters[$0] != nil }
            let made = notes.asLeft.count + change.made.keys.count { last.made[$0] != nil }
            if chapters == last.chapters.count, made == last.made.count {
                let isAsLeft = change.chapters.isEmpty && change.made.isEmpty
                if isAsLeft && last.surroundings == keys.surroundings || file.append(change, to: last) { return }
            }
            for name in notes.asLeft { change.made[name] = last.made[name] }
        }
        for chapter in asLeft { change.chapters[chapter.facts.source] = chapter }
        file.write(change)
    }

    /// A chapter that was read.
    private static func known(_ chapter: Chapter, _ project: Project) -> BuildMemory.KnownChapter? {
        var files: [BuildMemory.File] = []
        for path in chapter.facts.dependencies {
            guard let stamp = FileStamp.source("\(project.files.root)/\(path)"),
                case .success(let file) = project.files.file(path)
            else { return nil }
            files.append(BuildMemory.File(path: path, stamp: stamp, content: ContentKey(of: file.bytes)))
        }
        return BuildMemory.KnownChapter(facts: chapter.facts, files: files, isAsLeft: false)
    }
}
