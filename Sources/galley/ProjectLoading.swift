import ArgumentParser
import Diagnostics
import Foundation
import Markup
import Site

/// Reads the project that a command works on.
struct ProjectLoading {
    let options: CommonOptions
    let reporting: Reporting

    /// The day that counts as today: of `SOURCE_DATE_EPOCH` where it is set, so that builds can be repeated.
    static var today: GitHistory.Day {
        let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
        return GitHistory.day(of: epoch.map { Date(timeIntervalSince1970: $0) } ?? Date())
    }

    /// The same as a day to reckon with.
    static var calendarDay: CalendarDate { CalendarDate(today[...]) ?? .today }

    /// The project's folder, and the configuration's name in it.
    var place: (folder: String, name: String) {
        let path = options.configurationPath
        let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
        return (folder.isEmpty ? "/" : folder, path.split(separator: "/").last.map(String.init) ?? path)
    }

    /// The project, with what was found in it. Ends the run where there is nothing to work on.
    /// - Parameters:
    ///   - remembers: whether to begin with what the last build knew.
    ///   - keepsTexts: whether parsed texts stay in memory.
    func load(
        remembers: Bool = false, keepsTexts: Bool = true
    ) async throws -> (project: Project, findings: [Diagnostic]) {
        let (folder, name) = place
        var findings: [Diagnostic] = []
        do {
            let project = try await Project.read(
                root: folder, configurationPath: name, width: options.width, today: Self.today,
                remembers: remembers, keepsTexts: keepsTexts, into: &findings)
            if project.history.absence == .shallow {
                reporting.say("the clone is shallow, so dates of last changes are not known; fetch the whole history")
            }
            return (project, findings)
        } catch .noFolder(let folder) {
            throw Refusal("there is no folder \(folder)", help: "`--config` names the file `galley.yml` of a site")
        } catch .configuration {
            throw try reporting.finish(findings, failure: .usage)
        }
    }

    /// The findings without those that authors suppressed.
    func unsuppressed(_ findings: [Diagnostic], in project: Project, ran: Set<RuleID>? = nil) -> [Diagnostic] {
        guard let today = CalendarDate(Self.today[...]) else { return findings }
        return Suppressions.apply(
            project.manuscript.suppressions, to: findings, known: Set(rulePages.map(\.id)), ran: ran, today: today)
    }
}
