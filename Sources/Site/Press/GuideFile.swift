import Diagnostics

/// A composed guide on its way to its place in the project.
struct GuideFile: Sendable {
    /// The index of the publication.
    let publication: Int
    let path: String
    let setting: Span
    private let target: String
    private var staged: String { "\(target).galley-staging" }

    init(root: String, path: String, publication: Int, setting: Span) {
        self.publication = publication
        self.path = path
        self.setting = setting
        target = "\(root)/\(path)"
    }

    /// Whether somebody else made the file that is there.
    func isForeign() throws(FileProblem) -> Bool {
        guard let present = try FileAccess.read(target), !present.isEmpty else { return false }
        return !present.starts(with: GuideComposer.markBeginning.utf8)
    }

    func difference(from bytes: [UInt8]) throws(FileProblem) -> OutputFolder.Difference.Kind? {
        guard let present = try FileAccess.read(target) else { return .missing }
        return present == bytes ? nil : .changed
    }

    func stage(_ bytes: [UInt8]) throws(FileProblem) {
        guard try difference(from: bytes) != nil else { return }
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

    /// The key of the file's content; nil where there is none.
    var content: ContentKey? { ((try? FileAccess.read(target)) ?? nil).map { ContentKey(of: $0) } }
}
