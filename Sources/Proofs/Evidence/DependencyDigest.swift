import Diagnostics

/// Names everything that a proof depends on by one digest, so that a proof is made again when any of it changes.
struct DependencyDigest {
    private let workbench: Workbench

    init(_ workbench: Workbench) { self.workbench = workbench }

    /// The key of a snippet's proof. In a session it depends on the snippets before it, too.
    func key(of snippet: Snippet, in group: ProofPlan.Group) async -> String {
        var digest = Digest()
        digest.add(part: workbench.version)
        digest.add(part: group.checker.name)
        let needed = workbench.services.programs(of: snippet.request.needs.map(\.value))
        for program in group.checker.programs + needed + [Sandbox.bubblewrap] {
            digest.add(part: await workbench.toolbox.find(program)?.title ?? "\(program.name) is missing")
        }
        for word in workbench.configuration.proofs.words { digest.add(part: word) }
        if group.isSession {
            for member in group.snippets where member.number < snippet.number { add(member, group, &digest) }
        }
        add(snippet, group, &digest)
        for other in group.checker.companions(of: snippet, in: workbench) where other.number != snippet.number {
            digest.add(part: other.fragment)
            digest.add(part: other.code)
        }
        return digest.finish()
    }

    private func add(_ snippet: Snippet, _ group: ProofPlan.Group, _ digest: inout Digest) {
        let request = snippet.request
        digest.add(part: snippet.code)
        digest.add(part: snippet.output?.text ?? [])
        digest.add(part: snippet.output == nil ? "" : "output")
        let words = [
            snippet.id, snippet.fragment, snippet.language, snippet.kind?.value ?? "",
            request.level?.value.rawValue ?? "", request.data?.value ?? "",
            request.needs.map(\.value).joined(separator: " "), request.session?.value ?? "",
            request.container?.value ?? "", request.bad?.value.text ?? "",
            request.slowerThan == nil ? "" : "slower",
        ]
        for word in words { digest.add(part: word) }
        if let window = request.window?.value { digest.add(part: "\(window.range) \(window.step)") }
        // A suppression may end on a day.
        if snippet.code.contains(Suppression.keyword.utf8) { digest.add(part: "\(workbench.today)") }
        var files = Set(group.checker.dependencies(of: snippet, in: workbench))
        files.formUnion(workbench.filesBehind(snippet))
        for path in files.sorted() {
            digest.add(part: path)
            if case .success(let file) = workbench.files.file(path) { digest.add(part: workbench.digests.of(file)) }
        }
    }
}
