import Synchronization

/// A build on its way: makes what has to be made, keeps what the last build made, and notes what the next one needs.
final class BuildRun: Sendable {
    private struct Notes {
        var made: [String: BuildMemory.Made] = [:]
        var outputs: [String: BuildMemory.Source] = [:]
        var problem: FileProblem?
        var count = 0
    }

    private let folder: OutputFolder
    private let last: BuildMemory?
    private let timings: Timings
    private let notes = Mutex(Notes())

    init(folder: OutputFolder, memory: BuildMemory?, timings: Timings) {
        self.folder = folder
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
        var written: [String: BuildMemory.Source] = [:]
        let middle = timings.now
        do throws(FileProblem) {
            for output in outputs {
                let stamp = try folder.place(output.bytes, at: output.path.text)
                guard job.key != nil else { continue }
                written[output.path.text] = BuildMemory.Source(stamp: stamp, content: ContentKey(of: output.bytes))
            }
        } catch {
            notes.withLock { $0.problem = $0.problem ?? error }
        }
        timings.add("write", since: middle)
        notes.withLock { notes in
            notes.count += outputs.count
            guard let key = job.key else { return }
            notes.made[job.name] = BuildMemory.Made(key: key, outputs: outputs.map(\.path.text))
            notes.outputs.merge(written) { $1 }
        }
    }

    /// Keeps what the last build made, where it was made of the same and is still there.
    private func keeps(_ job: PressJob) -> Bool {
        guard let key = job.key, let last, let made = last.made[job.name], made.key == key else { return false }
        let start = timings.now
        defer { timings.add("verify", since: start) }
        var kept: [(String, BuildMemory.Source)] = []
        for output in made.outputs {
            guard let source = last.outputs[output],
                let stamp = folder.keep(output, as: source, published: last.published)
            else { return false }
            kept.append((output, BuildMemory.Source(stamp: stamp, content: source.content)))
        }
        folder.count(made.outputs)
        notes.withLock { notes in
            notes.count += made.outputs.count
            notes.made[job.name] = made
            for (output, source) in kept { notes.outputs[output] = source }
        }
        return true
    }

    /// Whether the last build made a file of the project of the same, and it is still there.
    func holds(_ name: String, _ key: ContentKey, content: ContentKey?) -> Bool {
        guard let content, let last, last.made[name]?.key == key, last.outputs[name]?.content == content else {
            return false
        }
        remember(name, key, content: content)
        return true
    }

    func remember(_ name: String, _ key: ContentKey?, content: ContentKey) {
        guard let key else { return }
        let stamp = FileStamp(size: 0, modified: 0, changed: 0, inode: 0)
        notes.withLock { notes in
            notes.made[name] = BuildMemory.Made(key: key, outputs: [])
            notes.outputs[name] = BuildMemory.Source(stamp: stamp, content: content)
        }
    }

    /// What the next build may rely on.
    func memory(of project: Project, published: UInt64) -> BuildMemory {
        var memory = BuildMemory(circumstances: project.circumstances, began: project.began)
        memory.published = published
        notes.withLock { notes in
            memory.made = notes.made
            memory.outputs = notes.outputs
        }
        for chapter in project.manuscript.chapters where chapter.isSound && !chapter.facts.hasSuppressions {
            memory.chapters[chapter.source] = chapter.facts
            for path in chapter.facts.dependencies where memory.sources[path] == nil {
                guard let stamp = FileStamp.source("\(project.files.root)/\(path)"),
                    let content = chapter.content(of: path, in: project)
                else { continue }
                memory.sources[path] = BuildMemory.Source(stamp: stamp, content: content)
            }
        }
        return memory
    }
}

extension Chapter {
    /// Of a file that the chapter's text is made of. One that was not read is what it was.
    fileprivate func content(of path: String, in project: Project) -> ContentKey? {
        if isRecalled { return project.memory?.sources[path]?.content }
        guard case .success(let file) = project.files.file(path) else { return nil }
        return ContentKey(of: file.bytes)
    }
}
