import Proofs

/// Runs the cases of files for `promtool test rules`, each file once in a run: parts of a page share their files.
public actor PromtoolTests {
    private var runs: [String: Task<ProcessOutcome, Never>] = [:]

    public init() {}

    /// - Parameter path: absolute.
    func outcome(of path: String, by promtool: Promtool) async -> ProcessOutcome {
        if let run = runs[path] { return await run.value }
        let command = ProcessCommand(promtool.found.path, ["test", "rules", path], timeLimit: .seconds(600))
        let run = Task { await command.run() }
        runs[path] = run
        return await run.value
    }
}
