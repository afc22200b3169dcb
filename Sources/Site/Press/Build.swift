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
    public func build() async -> BuildResult {
        var result = BuildResult()
        let folder = OutputFolder(path: "\(project.files.root)/\(project.configuration.output.value)")
        let guides = guideFiles(into: &result.findings)
        guard result.findings.isEmpty else { return result }
        do throws(FileProblem) {
            try folder.begin()
        } catch {
            result.findings.append(refused(error))
            return result
        }
        let problems = Mutex<[FileProblem]>([])
        let count = Atomic<Int>(guides.count)
        await make { output in
            count.add(1, ordering: .relaxed)
            // After the first problem there is nothing to be won by trying on.
            guard problems.withLock(\.isEmpty) else { return }
            do throws(FileProblem) {
                try folder.place(output.bytes, at: output.path.text)
            } catch {
                problems.withLock { $0.append(error) }
            }
        }
        do throws(FileProblem) {
            if let problem = problems.withLock(\.first) { throw problem }
            let foreign = folder.foreign
            guard foreign.isEmpty else {
                folder.discard()
                let output = project.configuration.output
                result.findings += foreign.map { OutputForeign.foreign("\(output.value)/\($0)", at: output.span) }
                return result
            }
            for guide in guides { try guide.stage() }
            result.changed = try folder.publish()
            for guide in guides { result.changed += try guide.publish() ? 1 : 0 }
        } catch {
            folder.discard()
            for guide in guides { guide.discard() }
            result.findings.append(refused(error))
        }
        result.outputs = count.load(ordering: .relaxed)
        return result
    }

    /// Compares what is there with what a build would write, and writes nothing.
    public func compare() async -> BuildResult {
        var result = BuildResult()
        let folder = OutputFolder(path: "\(project.files.root)/\(project.configuration.output.value)")
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
                if let kind = try guide.difference() {
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

    private func guideFiles(into findings: inout [Diagnostic]) -> [GuideFile] {
        guides().compactMap { path, publication, bytes -> GuideFile? in
            let setting =
                project.configuration.publications[publication].markdown?.span ?? project.configuration.output.span
            let file = GuideFile(root: project.files.root, path: path, bytes: bytes, setting: setting)
            do throws(FileProblem) {
                if try file.isForeign() {
                    findings.append(OutputForeign.foreign(path, at: setting))
                    return nil
                }
            } catch {
                findings.append(OutputNotWritten.refused(error, at: setting))
                return nil
            }
            return file
        }
    }

    private func refused(_ problem: FileProblem) -> Diagnostic {
        OutputNotWritten.refused(problem, at: project.configuration.output.span)
    }
}

/// A composed guide on its way to its place in the project.
private struct GuideFile {
    let root: String
    let path: String
    let bytes: [UInt8]
    let setting: Span
    private var target: String { "\(root)/\(path)" }
    private var staged: String { "\(target).galley-staging" }

    init(root: String, path: String, bytes: [UInt8], setting: Span) {
        self.root = root
        self.path = path
        self.bytes = bytes
        self.setting = setting
    }

    /// Whether somebody else made the file that is there.
    func isForeign() throws(FileProblem) -> Bool {
        guard let present = try FileAccess.read(target), !present.isEmpty else { return false }
        return !present.starts(with: GuideComposer.markBeginning.utf8)
    }

    func difference() throws(FileProblem) -> OutputFolder.Difference.Kind? {
        guard let present = try FileAccess.read(target) else { return .missing }
        return present == bytes ? nil : .changed
    }

    func stage() throws(FileProblem) {
        // What an interrupted build left there is no guide.
        discard()
        guard try difference() != nil else { return }
        if let slash = target.lastIndex(of: "/") { try FileAccess.makeFolder(String(target[..<slash])) }
        try FileAccess.write(bytes, to: staged)
    }

    /// - Returns: whether the file is another than before.
    func publish() throws(FileProblem) -> Bool {
        guard FileAccess.exists(staged) else { return false }
        try FileAccess.rename(staged, to: target)
        return true
    }

    func discard() { FileAccess.remove(staged) }
}
