import Foundation

/// When files last changed, by git.
///
/// A day is all that is told, in UTC. A file with uncommitted changes changed today, so that a site that is built, and
/// then committed together with its sources on the same day, is what a later build makes of them.
public struct GitHistory: Sendable {
    /// Why there are no dates.
    public enum Absence: Sendable, Hashable {
        case noGit, notARepository
        /// Git knows only the last commits, so that older changes would seem to be younger than they are.
        case shallow
    }

    /// A day in the calendar of UTC, as `2026-01-31`.
    public typealias Day = String

    public private(set) var absence: Absence?
    private var days: [String: Day] = [:]

    /// A history without dates.
    public static let none = GitHistory(absence: .notARepository)

    private init(absence: Absence) { self.absence = absence }

    /// Reads the history of the files below `folders` (relative to the project).
    /// - Parameters:
    ///   - today: what counts as today, as a day.
    ///   - file: what earlier readings left, so that only commits since then are read; nil reads all of them.
    init(project: String, folders: [String], today: Day, memory file: MemoryFile? = nil) {
        let asked = ["rev-parse", "--is-shallow-repository", "--show-prefix", "--revs-only", "HEAD"]
        guard let answer = Git.run(asked, in: project) else {
            absence = .notARepository
            return
        }
        let answers = answer.split(separator: "\n", omittingEmptySubsequences: false)
        guard answers.first == "false" else {
            absence = .shallow
            return
        }
        let prefix = answers.count > 1 ? String(answers[1]) : ""
        // Before the first commit there is none.
        if answers.count > 2, !answers[2].isEmpty {
            readCommits(upTo: String(answers[2]), project, folders, prefix: prefix, file)
        }
        let status = ["-c", "core.quotePath=false", "status", "--porcelain", "-z", "--no-renames", "-uall", "--"]
        for entry in (Git.run(status + folders, in: project) ?? "").split(separator: "\0") where entry.count > 3 {
            record(String(entry.dropFirst(3)), today, prefix: prefix, replacing: true)
        }
    }

    /// Reads what commits say, those alone that are not remembered.
    private mutating func readCommits(
        upTo head: String, _ project: String, _ folders: [String], prefix: String, _ file: MemoryFile?
    ) {
        let known = file.flatMap { HistoryMemory($0, folders: folders, prefix: prefix) }
        if let known, known.head == head {
            days = known.days
            return
        }
        var commits = head
        var earlier: [String: Day] = [:]
        if let known, Self.isStraight(from: known.head, to: head, in: project) {
            commits = "\(known.head)..\(head)"
            earlier = known.days
        }
        let log = [
            "-c", "core.quotePath=false", "log", "--no-renames", "--name-only", "-z", "--format=%x01%aI", commits,
        ]
        guard let log = Git.run(log + ["--"] + folders, in: project) else { return }
        readLog(log, prefix: prefix)
        days.merge(earlier) { new, _ in new }
        if let file { HistoryMemory(head: head, days: days).write(to: file, folders: folders, prefix: prefix) }
    }

    /// Whether one commit follows the other without merges between them: then a log of all commits tells of those between
    /// them first, and behind that what a log up to the earlier one tells.
    private static func isStraight(from earlier: String, to head: String, in project: String) -> Bool {
        Git.run(["merge-base", "--is-ancestor", earlier, head], in: project) != nil
            && Git.run(["rev-list", "--merges", "--max-count=1", "\(earlier)..\(head)"], in: project) == ""
    }

    /// The day on which the youngest of these files changed.
    public func lastChange(of paths: [String]) -> Day? { paths.compactMap { days[$0] }.max() }

    /// The history after files were changed on a day, for one that has dates.
    func changing(_ paths: some Sequence<String>, on day: Day) -> GitHistory {
        guard absence == nil else { return self }
        var history = self
        for path in paths { history.days[path] = day }
        return history
    }

    /// The log is read from the newest commit on, so that the first mention of a file is its last change.
    private mutating func readLog(_ log: String, prefix: String) {
        var day: Day?
        for part in log.split(whereSeparator: { $0 == "\0" || $0 == "\n" }) {
            if part.first == "\u{1}" {
                day = Self.day(ofTimestamp: part.dropFirst())
            } else if let day {
                record(String(part), day, prefix: prefix, replacing: false)
            }
        }
    }

    private mutating func record(_ path: String, _ day: Day, prefix: String, replacing: Bool) {
        guard path.hasPrefix(prefix) else { return }
        let path = String(path.dropFirst(prefix.count))
        if replacing || days[path] == nil { days[path] = day }
    }

    /// The day in UTC of a time as git writes it (ISO 8601 with an offset).
    static func day(ofTimestamp text: Substring) -> Day? {
        guard let date = try? Date(String(text), strategy: .iso8601) else { return nil }
        return day(of: date)
    }

    public static func day(of date: Date) -> Day {
        date.formatted(.iso8601.year().month().day())
    }
}
