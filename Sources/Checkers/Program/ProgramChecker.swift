import Configuration
import Diagnostics
import Foundation
import Proofs

/// A checker of the project's own: a program that is given the snippet, and says what is wrong with it.
///
/// The program gets the snippet as a file (`{file}` among its arguments) or on standard input. It tells findings as
/// lines that a regular expression reads, or as JSON lines `{"line", "column", "message"}` and nothing else. What ends with
/// another exit code than 0 and tells no finding has failed.
public struct ProgramChecker: Checker {
    private let settings: ProofSettings.ProgramChecker
    private let reader: FindingReader
    public let programs: [Program]

    init(_ settings: ProofSettings.ProgramChecker) {
        self.settings = settings
        reader = FindingReader(settings.findings?.value)
        let command = settings.command[0].value
        programs =
            command.contains("/")
            ? []
            : [Program(command, installation: "see its own documentation", purpose: "checks \(settings.name.value)")]
    }

    public var name: String { settings.name.value }

    public var subjects: [Subject] {
        settings.takes.map { written in
            let parts = written.value.split(separator: "/", maxSplits: 1).map(String.init)
            return Subject(parts.first?.lowercased() ?? "", as: parts.count > 1 ? parts[1] : nil)
        }
    }

    public func highestLevel(for snippet: Snippet) -> ProofLevel {
        settings.level.value == "parse" ? .parsed : .validated
    }

    /// A program of the project is a dependency itself.
    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        settings.command.map(\.value).filter { workbench.files.isFile($0) }
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var tool = name
        let path: String
        if let program = programs.first {
            guard let found = await workbench.toolbox.find(program) else {
                return Proof(level: nil, shortfall: "\(program.name) is not installed")
            }
            path = found.path
            tool = found.title
        } else {
            let written = settings.command[0].value
            path = written.hasPrefix("/") ? written : workbench.files.root + "/" + written
        }
        var command = ProcessCommand(
            path, settings.command.dropFirst().map(\.value), folder: workbench.files.root,
            timeLimit: .seconds(settings.seconds))
        switch settings.input {
        case .stdin:
            command.input = snippet.code
        case .file:
            guard let file = TemporaryText(snippet.code, ending: snippet.language) else {
                return Proof(
                    level: nil,
                    findings: [
                        ProofToolFailed.finding(tool, because: "no temporary file can be written", at: snippet.opening)
                    ])
            }
            defer { file.remove() }
            if command.arguments.contains(where: { $0.contains("{file}") }) {
                command.arguments = command.arguments.map { $0.replacingOccurrences(of: "{file}", with: file.path) }
            } else {
                command.arguments.append(file.path)
            }
            return judge(await command.run(), of: snippet, tool: tool)
        }
        return judge(await command.run(), of: snippet, tool: tool)
    }

    private func judge(_ outcome: ProcessOutcome, of snippet: Snippet, tool: String) -> Proof {
        guard case .exited(let code) = outcome.end else {
            return Proof(
                level: nil, findings: [ProofToolFailed.finding(tool, outcome, at: snippet.opening)], tools: [tool])
        }
        let found = reader.findings(output: outcome.outputText, errors: outcome.errorText)
        guard let found, code == 0 || !found.isEmpty else {
            return Proof(
                level: nil, findings: [ProofToolFailed.finding(tool, outcome, at: snippet.opening)], tools: [tool])
        }
        let findings = found.map { finding in
            let range = finding.line.map { snippet.range(line: $0, column: finding.column) }
            return ExternalFinding.found(
                finding.message, checker: name, at: range.map(snippet.origin(of:)) ?? snippet.opening)
        }
        return Proof(
            level: highestLevel(for: snippet), findings: findings, tools: [tool], claims: ["accepted by \(name)"])
    }
}
