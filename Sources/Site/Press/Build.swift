import Configuration
import Diagnostics
import Synchronization

/// What a build did.
public struct BuildResult: Sendable {
    public var findings: [Diagnostic] = []
    /// How many files the site and the composed guides consist of.
    public var outputs = 0
    /// How many of them are other than before, those included that were removed.
    public var changed = 0
}

extension Press {
    /// Writes the site and the composed guides. On any problem all of them are left as they were.
    ///
    /// Where the project was read with the memory of the last build, outputs that depend on nothing that changed, and that
    /// are still in their places, are left there.
    public func build() async -> BuildResult {
        var result = BuildResult()
        let guides = guideFiles(into: &result.findings)
        guard result.findings.isEmpty else { return result }
        // The folder has a long list of what is in it.
        async let output = outputFolder
        let keys = project.memoryFile == nil ? nil : await project.timings.measure(.keys) { await self.keys() }
        let folder = await output
        do throws(FileProblem) {
            try folder.begin()
        } catch {
            result.findings.append(refused(error))
            return result
        }
        let run = BuildRun(folder: folder, memory: project.memory, timings: project.timings)
        _ = await jobs(keys: keys).concurrentMap(width: project.width) { await run.perform($0) }
        do throws(FileProblem) {
            for guide in guides { try stage(guide, keys?.texts, run) }
            if let problem = run.problem { throw problem }
            let foreign = folder.foreign
            guard foreign.isEmpty else {
                folder.discard()
                for guide in guides { guide.discard() }
                let output = project.configuration.output
                result.findings += foreign.map { OutputForeign.foreign("\(output.value)/\($0)", at: output.span) }
                return result
            }
            if let other = manuscript.chapters.first(where: \.isOther) {
                folder.discard()
                for guide in guides { guide.discard() }
                result.findings.append(OutputSourceChanged.changed(other.source, at: project.configuration.output.span))
                return result
            }
            let published = FileStamp.now
            let start = project.timings.now
            result.changed = try folder.publish()
            for guide in guides { result.changed += try guide.publish() ? 1 : 0 }
            project.timings.add(.publish, since: start)
            if let file = project.memoryFile, let keys {
                project.timings.measure(.remember) {
                    run.remember(project, keys, published: published, in: file)
                }
            }
        } catch {
            folder.discard()
            for guide in guides { guide.discard() }
            result.findings.append(refused(error))
        }
        result.outputs = run.count + guides.count
        return result
    }

    /// Compares what is there with what a build would write, and writes nothing.
    public func compare() async -> BuildResult {
        var result = BuildResult()
        let folder = outputFolder
        let setting = project.configuration.output.span
        let problems = Mutex<[FileProblem]>([])
        let count = Atomic<Int>(0)
        await make { output in
            count.add(1, ordering: .relaxed)
            do throws(FileProblem) {
                try folder.note(output.bytes, at: output.path.text)
            } catch {
                problems.withLock { $0.append(error) }
            }
        }
        result.findings += problems.withLock { $0 }.map(refused)
        do throws(FileProblem) {
            for difference in try folder.differences() {
                let path = "\(project.configuration.output.value)/\(difference.path)"
                result.findings.append(OutputStale.stale(path, difference.kind, at: setting))
            }
            for guide in guideFiles(into: &result.findings) {
                count.add(1, ordering: .relaxed)
                if let kind = try guide.difference(from: self.guide(guide.publication, output: guide.path)) {
                    result.findings.append(OutputStale.stale(guide.path, kind, at: guide.setting))
                }
            }
        } catch {
            result.findings.append(refused(error))
        }
        result.outputs = count.load(ordering: .relaxed)
        result.changed = result.findings.count
        return result
    }

    var outputFolder: OutputFolder {
        OutputFolder(path: "\(project.files.root)/\(project.configuration.output.value)")
    }

    /// Composes a guide, unless it is there already.
    private func stage(_ guide: GuideFile, _ key: ContentKey?, _ run: BuildRun) throws(FileProblem) {
        // What an interrupted build left there is no guide.
        guide.discard()
        let name = "project \(guide.path)"
        if let key, run.holds(name, key, content: guide.content) { return }
        let bytes = project.timings.measure(.guides) { self.guide(guide.publication, output: guide.path) }
        try guide.stage(bytes)
        run.remember(name, key, content: ContentKey(of: bytes))
    }

    private func guideFiles(into findings: inout [Diagnostic]) -> [GuideFile] {
        project.configuration.publications.enumerated().compactMap { index, publication -> GuideFile? in
            guard let path = publication.markdown else { return nil }
            let file = GuideFile(root: project.files.root, path: path.value, publication: index, setting: path.span)
            do throws(FileProblem) {
                if try file.isForeign() {
                    findings.append(OutputForeign.foreign(path.value, at: path.span))
                    return nil
                }
            } catch {
                findings.append(OutputNotWritten.refused(error, at: path.span))
                return nil
            }
            return file
        }
    }

    private func refused(_ problem: FileProblem) -> Diagnostic {
        OutputNotWritten.refused(problem, at: project.configuration.output.span)
    }
}
