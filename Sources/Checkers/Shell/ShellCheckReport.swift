import Diagnostics
import Foundation
import Proofs

/// What shellcheck says of a script, in its format `json1`: columns count characters, a tab is one.
struct ShellCheckReport: Decodable {
    struct Comment: Decodable {
        let line: Int
        let endLine: Int
        let column: Int
        let endColumn: Int
        let level: String
        let code: Int
        let message: String
    }

    let comments: [Comment]

    /// Nil where it can't be read.
    init?(_ outcome: ProcessOutcome) {
        guard outcome.end == .exited(0) || outcome.end == .exited(1) else { return nil }
        guard let report = try? JSONDecoder().decode(Self.self, from: Data(outcome.output)) else { return nil }
        self = report
    }

    /// - Parameter isPart: whether variables may come from, or be used by, another snippet.
    static func command(_ shellcheck: FoundProgram, _ script: Snippet, isPart: Bool) -> ProcessCommand {
        // SC2164: `cd` without `|| exit`, which would end the reader's shell.
        var excluded = ["SC2164"]
        if isPart { excluded += ["SC2034", "SC2154"] }
        let shell = script.language == "sh" ? "sh" : "bash"
        return ProcessCommand(
            shellcheck.path,
            ["--norc", "--format=json1", "--shell=\(shell)", "--exclude=\(excluded.joined(separator: ","))", "-"],
            input: script.code)
    }

    func findings(in script: Snippet) -> [Diagnostic] {
        comments.map { comment in
            let range = script.range(
                line: comment.line, column: comment.column, endLine: comment.endLine, endColumn: comment.endColumn)
            return ShellShellcheck.found(
                comment.message, code: comment.code, level: comment.level, at: script.origin(of: range))
        }
    }
}
