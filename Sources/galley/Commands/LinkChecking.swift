import ArgumentParser
import Diagnostics
import Foundation
import Links
import Site

/// What commands take that check links to other sites.
struct LinkOptions: ParsableArguments {
    @Flag(help: "Ask servers of other sites, and take silence for a fault.")
    var online = false

    @Flag(help: "Ask no server of another site.")
    var offline = false

    @Option(
        help: ArgumentHelp(
            "Check links to other sites only where they were added since a commit or branch.", valueName: "base"))
    var changed: String?

    @Flag(help: "Write the days on which addresses were good to the file that `links: ledger:` names.")
    var record = false

    func validate() throws {
        if online, offline { throw ValidationError("--online and --offline exclude each other") }
        if record, offline { throw ValidationError("--record needs answers, and --offline asks for none") }
        if record, changed != nil { throw ValidationError("--record needs all links, and --changed takes a part") }
    }
}

/// Checks the links of a site to other sites for a command.
struct LinkChecking {
    let options: CommonOptions
    let links: LinkOptions
    /// The part of the addresses that is this run's; nil for all.
    let part: Shard?
    let usesCache: Bool
    /// Whether the author asked for this check by its name.
    let isNamed: Bool
    let reporting: Reporting

    /// - Parameter pages: makes the pages; servers are asked meanwhile.
    func check(_ project: Project, pages: () async -> SiteCheck) async throws -> [Diagnostic] {
        let settings = project.configuration.links
        if let absence = LinkCheck.library.absence {
            throw Refusal("links to other sites can't be checked: \(absence)")
        }
        if links.record, settings.ledger == nil {
            throw Refusal(
                "\(options.configurationPath) names no file under `links: ledger:`",
                help: "name one, such as `links: {ledger: content/links.ledger}`")
        }
        var checking = LinkCheck.Options(
            today: ProjectLoading.calendarDay,
            agent: "Galley/\(Galley.version) (link check)", root: project.files.root, environment: Shard.variable)
        checking.network = network
        checking.shard = part
        checking.changes = try changes(in: project)
        checking.cache = usesCache ? project.files.root + "/.galley-cache/links.txt" : nil
        let ledger = project.linkLedger ?? LinkLedger()
        let check = LinkCheck(settings, ledger: ledger, options: checking)
        let line = CountLine(isShown: reporting.showsProgress, what: "asking other sites")
        let result = await check.run(
            written: project.writtenExternalLinks(), pages: { await pages().takeExternalLinks() },
            progress: { line.show($0, of: $1) })
        line.clear()
        reporting.say(result.tally.line)
        if let leftOut = result.tally.leftOut { reporting.sayMore(leftOut) }
        if let path = settings.ledger?.value, links.record {
            try record(result, over: ledger, at: path, in: project, today: checking.today)
        }
        return result.findings
    }

    private var network: LinkCheck.Network {
        if links.online { return .online }
        if links.offline { return .offline("`--offline` says so") }
        return isNamed || links.record ? .automatic : .offline("`galley check links` asks them")
    }

    private func changes(in project: Project) throws -> GitChanges? {
        guard let base = links.changed else { return nil }
        guard let changes = GitChanges(project: project.files.root, since: base) else {
            throw Refusal("--changed: git knows no commit or branch `\(base)` here")
        }
        return changes
    }

    private func record(
        _ result: LinkCheck.Result, over ledger: LinkLedger, at path: String, in project: Project, today: CalendarDate
    ) throws {
        guard result.tally.uncheckedReason == nil else {
            reporting.say("\(path) stays as it is, since nothing was found out")
            return
        }
        let recorded = ledger.recording(
            result.verdicts, on: today, isWhole: part == nil,
            quarantine: project.configuration.links.quarantine)
        guard recorded != ledger || project.linkLedger == nil else { return reporting.say("\(path) is up to date") }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: project.files.root + "/" + path, isDirectory: &isFolder),
            isFolder.boolValue
        {
            throw Refusal("can't write \(path): it is a folder")
        }
        do {
            let file = URL(fileURLWithPath: project.files.root + "/" + path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(recorded.text.utf8).write(to: file, options: .atomic)
        } catch {
            throw Refusal("can't write \(path): \(error.localizedDescription)")
        }
        reporting.say("wrote \(path)")
    }
}
