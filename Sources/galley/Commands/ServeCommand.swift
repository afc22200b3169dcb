import ArgumentParser
import Diagnostics
import Foundation
import Preview
import Proofs
import Site

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the site while it is written: pages follow their sources.",
        discussion: """
            Pages are made when they are opened, and change in the browser as their fragments, includes, theme and \
            configuration are saved. What is wrong shows over the page, which stays as it was. Examples of open pages \
            are proven in the background. Nothing is written to docs/ and site/. Ctrl-C ends it.
            """)

    @Option(help: "The port to listen on, or the next free one; 0 takes any.")
    var port: UInt16 = 4000

    @Option(help: "The address to listen on. Any other than this machine's own shows the site to others.")
    var address = "127.0.0.1"

    @Flag(help: "Open the first page in the browser.")
    var open = false

    @Option(
        help: ArgumentHelp(
            "The address that opens a file in your editor, with {path}, {line} and {column}.", valueName: "address"))
    var editor = "vscode://file{path}:{line}:{column}"

    @Flag(help: "Prove no examples.")
    var noProofs = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard editor.contains("{path}"), editor.contains(":") else {
            throw ValidationError(
                "--editor takes an address such as vscode://file{path}:{line}:{column}, not `\(editor)`")
        }
    }

    func run() async throws {
        let reporting = Reporting(options: options.reporting)
        let loading = ProjectLoading(options: options, reporting: reporting)
        let (folder, name) = loading.place
        guard let root = ProjectFiles(root: folder)?.root else {
            throw Refusal("there is no folder \(folder)", help: "`--config` names the file `galley.yml` of a site")
        }
        let preview = try await start(loading, root: root, name: name, reporting)
        let stopping = Signals.stopping { Task { await preview.stop() } }
        defer { for source in stopping { source.cancel() } }
        reporting.say("serving \(preview.url) until Ctrl-C")
        if open { openBrowser(at: preview.url, reporting) }
        await preview.run()
        reporting.say("stopped")
    }

    private func start(
        _ loading: ProjectLoading, root: String, name: String, _ reporting: Reporting
    ) async throws -> Preview {
        let sources = Preview.Sources(
            reader: ProjectReader(root: root, configurationPath: name, width: options.width), version: Galley.version,
            today: { ProjectLoading.today },
            settle: { loading.unsuppressed($0, in: $1, ran: []) })
        var settings = Preview.Options()
        settings.address = address
        settings.editor = editor
        settings.ports = port == 0 ? [0] : (0..<20).compactMap { UInt16(exactly: Int(port) + $0) }
        let snippets = SnippetProving(options: options, reporting: reporting)
        let toolbox = snippets.toolbox(below: root)
        let proving =
            noProofs
            ? nil
            : Preview.Proving(width: max(1, options.width / 2), cache: snippets.cache(below: root)) { project, ids in
                await snippets.prepare(project, ids: ids, with: toolbox)
            }
        let voice = Voice(reporting: reporting)
        do throws(Preview.Failure) {
            return try await Preview.start(
                sources, root: root, options: settings, proving: proving, tell: { voice.tell($0) })
        } catch .noAddress {
            throw Refusal("\(address) is no address of this machine", help: "127.0.0.1 is this machine alone")
        } catch .portsTaken {
            throw Refusal("the ports from \(port) on are taken", help: "name another with --port, or 0 for any")
        }
    }

    private func openBrowser(at url: String, _ reporting: Reporting) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", url]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let failure = "no browser could be opened; open \(url)"
        // `env` runs where `xdg-open` is missing, and ends with 127.
        process.terminationHandler = { if $0.terminationStatus != 0 { reporting.say(failure) } }
        if (try? process.run()) == nil { reporting.say(failure) }
    }
}

/// Says in the terminal what becomes of the sources.
private struct Voice: Sendable {
    let reporting: Reporting

    func tell(_ message: Preview.Message) {
        switch message {
        case .read(let duration, let findings):
            let report = Report(findings: findings, version: Galley.version)
            let counts = report.findings.isEmpty ? "" : ": " + report.summary
            let milliseconds =
                duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
            reporting.sayMore("read the sources in \(milliseconds) ms\(counts)")
            let errors = report.findings.filter { $0.severity == .error }
            guard !errors.isEmpty else { return }
            reporting.show(
                TextRenderer(inColor: reporting.options.isColored).render(
                    Report(findings: errors, version: Galley.version)))
        case .unwatched(let reason): reporting.say("some changes will go unseen: \(reason)")
        case .project(.noFolder(let folder)): reporting.say("there is no folder \(folder)")
        case .project(.configuration): break
        }
    }
}
