import ArgumentParser
import Diagnostics
import Glibc
import Logging

/// Tells what a run found, and how it ends.
struct Reporting {
    let options: ReportingOptions
    private let log: Logger

    init(options: ReportingOptions) {
        self.options = options
        var log = Logger(label: "galley") { _ in StandardErrorLog() }
        log.logLevel = options.quiet ? .error : options.verbose ? .debug : .notice
        self.log = log
    }

    /// Prints findings in the form that was asked for.
    /// - Returns: the exit code: 2 where the configuration itself is at fault.
    func finish(_ findings: [Diagnostic], failure: RunCode = .findings) throws -> ExitCode {
        let report = report(findings)
        try write(options.format.renderer(inColor: options.isColored).render(report))
        if !report.findings.isEmpty { say(report.summary) }
        return (report.hasFailures ? failure : .clean).exit
    }

    /// Prints findings on standard error, for commands whose result goes to standard output.
    func finishBeside(_ findings: [Diagnostic]) -> ExitCode {
        let report = report(findings)
        StandardStream.errors.write(options.format.renderer(inColor: false).render(report))
        return (report.hasFailures ? RunCode.findings : .clean).exit
    }

    private func report(_ findings: [Diagnostic]) -> Report {
        let pages = Dictionary(rulePages.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return Report(findings: findings, version: Galley.version, pages: pages)
    }

    /// Whether a terminal shows how far a run is.
    var showsProgress: Bool { !options.quiet && isatty(STDERR_FILENO) == 1 }

    /// Prints a result on standard output.
    func show(_ text: String) { StandardStream.output.write(text) }

    /// One line on standard error, unless the user wants none.
    func say(_ line: String) {
        log.notice("\(line)")
    }

    /// One line on standard error, for users who want to know more.
    func sayMore(_ line: String) {
        log.debug("\(line)")
    }

    private func write(_ text: String) throws {
        guard let path = options.output else {
            StandardStream.output.write(text)
            return
        }
        guard let file = fopen(path, "w") else {
            throw Refusal("can't write \(path): \(String(cString: strerror(errno)))")
        }
        let isWritten = fputs(text, file) >= 0
        guard fclose(file) == 0, isWritten else {
            throw Refusal("can't write \(path): \(String(cString: strerror(errno)))")
        }
    }
}
