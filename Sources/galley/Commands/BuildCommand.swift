import ArgumentParser
import Diagnostics
import Site

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Write the HTML site and the composed guides.")

    @OptionGroup var options: CommonOptions

    @Flag(help: "Write nothing; fail where what is there is not what the build makes.")
    var check = false

    @Flag(help: "Tell how long each stage took.")
    var timings = false

    func run() async throws {
        let reporting = Reporting(options: options.reporting)
        let clock = ContinuousClock()
        let start = clock.now
        let loading = ProjectLoading(options: options, reporting: reporting)
        // What is compared is compared with a full computation.
        var (project, findings) = try await loading.load(remembers: !check)
        let press = Press(project, version: Galley.version, into: &findings)
        findings = loading.unsuppressed(findings, in: project, ran: [])
        // A site is made of sound sources only: half a page is worse than yesterday's.
        if findings.contains(where: { $0.severity == .error }) {
            reporting.say("nothing was written")
            throw try reporting.finish(findings)
        }
        let result = check ? await press.compare() : await press.build()
        findings += result.findings
        // The process ends soon. To give the pages of a large site back piece by piece takes longer than to look for changes.
        _ = Unmanaged.passRetained(press)
        if !result.findings.contains(where: { $0.severity == .error }) {
            let what = check ? "up to date" : "\(result.changed) changed"
            reporting.say("\(result.outputs) files, \(what), in \(Self.seconds(clock.now - start))")
        }
        if timings { reporting.say(TimingsTable.text(project.timings.all)) }
        throw try reporting.finish(findings)
    }

    private static func seconds(_ duration: Duration) -> String {
        let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
        return "\(milliseconds / 1000).\(String(milliseconds % 1000 + 1000).dropFirst()) s"
    }
}
