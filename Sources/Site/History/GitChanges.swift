import Diagnostics

/// The lines that were added to a project since a commit, those that are not committed included.
public struct GitChanges: Sendable {
    /// Lines from 1, by path.
    private var lines: [String: Set<Int>] = [:]
    /// Files that git does not know yet.
    private let newFiles: Set<String>

    /// Nil where git knows no such commit.
    /// - Parameter base: a branch, a tag or a commit. What it gained since the two parted is not counted.
    public init?(project: String, since base: String) {
        let verify = ["rev-parse", "--verify", "--quiet", "--end-of-options", base + "^{commit}"]
        guard let commit = Git.run(verify, in: project)?.split(separator: "\n").first.map(String.init) else {
            return nil
        }
        // Whatever the author's settings say of prefixes.
        let prefixes = ["--src-prefix=a/", "--dst-prefix=b/"]
        let options = ["-U0", "--no-color", "--no-ext-diff", "--no-renames", "--relative"] + prefixes
        let quiet = ["-c", "core.quotePath=false", "diff"]
        // Without a common ancestor in sight, as in a shallow clone, the two are compared as they are.
        let diff =
            Git.run(quiet + ["--merge-base"] + options + [commit, "--", "."], in: project)
            ?? Git.run(quiet + options + [commit, "--", "."], in: project)
        guard let diff else { return nil }
        let untracked = ["-c", "core.quotePath=false", "ls-files", "--others", "--exclude-standard", "-z"]
        newFiles = Set((Git.run(untracked, in: project) ?? "").split(separator: "\0").map(String.init))
        read(diff)
    }

    /// Whether a span has an added line.
    public func touch(_ span: Span) -> Bool {
        if newFiles.contains(span.file.path) { return true }
        guard let added = lines[span.file.path] else { return false }
        return (span.start.line...max(span.start.line, span.end.line)).contains { added.contains($0) }
    }

    private mutating func read(_ diff: String) {
        var path: String?
        // By bytes: to Swift a line feed behind a carriage return is part of another character.
        for line in diff.utf8.split(separator: UInt8(ascii: "\n")).lazy.map(Substring.init) {
            if line.hasPrefix("+++ ") {
                // Git ends a name that has blanks with a tab.
                let name = line.hasSuffix("\t") ? line.dropLast() : line
                path = name.hasPrefix("+++ b/") ? String(name.dropFirst("+++ b/".count)) : nil
            } else if line.hasPrefix("@@ "), let path, let range = Self.added(line) {
                lines[path, default: []].formUnion(range)
            }
        }
    }

    /// The lines on the new side of `@@ -12,3 +14,2 @@`.
    private static func added(_ heading: Substring) -> Range<Int>? {
        guard let new = heading.split(separator: " ").first(where: { $0.hasPrefix("+") }) else { return nil }
        let numbers = new.dropFirst().split(separator: ",").map { Int($0) }
        guard let start = numbers.first ?? nil else { return nil }
        let count = numbers.count > 1 ? numbers[1] ?? 0 : 1
        return start..<start + max(0, count)
    }
}
