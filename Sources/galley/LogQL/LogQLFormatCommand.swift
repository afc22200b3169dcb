import ArgumentParser
import Diagnostics
import Glibc
import LogQL

struct LogQLFormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format", abstract: "Lay out queries as Loki's formatter does.",
        discussion: """
            Prints the files with their queries laid out. Queries with comments stay as they are, and so do those in YAML \
            that are not in a block (`expr: |`).
            """)

    @OptionGroup var input: QueryInput

    @Flag(help: "Write nothing; fail where a query is laid out otherwise.")
    var check = false

    @Flag(help: "Write the files instead of printing them.")
    var write = false

    @OptionGroup var reporting: ReportingOptions

    func validate() throws {
        if check, write { throw ValidationError("--check and --write exclude each other") }
        if write, input.paths.contains("-") { throw ValidationError("--write needs files, not standard input") }
    }

    func run() throws {
        let reporting = Reporting(options: reporting)
        var findings: [Diagnostic] = []
        var changed = 0
        for file in try input.files(into: &findings) {
            let layout = FileLayout(file, input.options, into: &findings)
            changed += layout.edits.count
            if check {
                findings += layout.edits.map { Layout.finding(at: $0.span, edit: $0) }
            } else if write {
                if !layout.edits.isEmpty, let path = file.path { try replace(path, with: layout.text) }
            } else {
                StandardStream.output.write(String(decoding: layout.text, as: UTF8.self))
            }
        }
        reporting.say("\(changed) \(changed == 1 ? "query" : "queries") \(check ? "to lay out" : "laid out")")
        throw try finish(findings, reporting)
    }

    /// Findings go to standard error where the files go to standard output.
    private func finish(_ findings: [Diagnostic], _ reporting: Reporting) throws -> ExitCode {
        if check || write || reporting.options.output != nil { return try reporting.finish(findings) }
        return reporting.finishBeside(findings)
    }

    /// Writes beside the file and renames, so that it is whole at any time.
    private func replace(_ path: String, with text: [UInt8]) throws {
        let beside = path + ".galley-new"
        guard let file = fopen(beside, "w") else { throw Self.failure(path) }
        let isWritten = fwrite(text, 1, text.count, file) == text.count
        var status = stat()
        if stat(path, &status) == 0 { chmod(beside, status.st_mode & 0o7777) }
        guard fclose(file) == 0, isWritten, rename(beside, path) == 0 else {
            let failure = Self.failure(path)
            unlink(beside)
            throw failure
        }
    }

    private static func failure(_ path: String) -> Refusal {
        Refusal("can't write \(path): \(String(cString: strerror(errno)))")
    }
}
