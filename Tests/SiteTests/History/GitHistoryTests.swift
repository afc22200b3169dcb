import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct GitHistoryTests {
    /// - Parameters:
    ///   - date: of the author.
    ///   - committed: when the author's commit came here.
    private func git(
        _ arguments: String, in folder: TemporaryFolder, date: String = "", committed: String = "2030-01-01T00:00:00Z"
    ) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let identity = "-c user.name=test -c user.email=test@example.com -c init.defaultBranch=main"
        process.arguments = ["-c", "cd '\(folder.path)' && git \(identity) \(arguments)"]
        var environment = ProcessInfo.processInfo.environment
        environment["GIT_AUTHOR_DATE"] = date.isEmpty ? nil : date
        environment["GIT_COMMITTER_DATE"] = date.isEmpty ? nil : committed
        process.environment = environment
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    private func history(_ folder: TemporaryFolder, below path: String = "") -> GitHistory {
        GitHistory(project: folder.path + path, folders: ["content"], today: "2026-05-05")
    }

    private func repository() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(files: ["content/old.md": "1", "content/süß new.md": "1", "other.md": "1"])
        try git("init -q", in: folder)
        try git("add .", in: folder)
        try git("commit -qm one", in: folder, date: "2026-01-01T23:30:00-05:00")
        try folder.write("2", to: "content/süß new.md")
        try git("commit -qam two", in: folder, date: "2026-02-03T00:30:00+02:00")
        return folder
    }

    @Test func givesTheDayOfTheLastChangeInUTC() throws {
        let history = history(try repository())
        #expect(history.absence == nil)
        #expect(history.lastChange(of: ["content/old.md"]) == "2026-01-02")
        #expect(history.lastChange(of: ["content/süß new.md"]) == "2026-02-02")
        #expect(history.lastChange(of: ["content/old.md", "content/süß new.md"]) == "2026-02-02")
        #expect(history.lastChange(of: ["other.md"]) == nil)
        #expect(history.lastChange(of: []) == nil)
    }

    @Test func whatIsNotCommittedChangedToday() throws {
        let folder = try repository()
        try folder.write("3", to: "content/old.md")
        try folder.write("1", to: "content/sub/added.md")
        let history = history(folder)
        #expect(history.lastChange(of: ["content/old.md"]) == "2026-05-05")
        #expect(history.lastChange(of: ["content/sub/added.md"]) == "2026-05-05")
    }

    @Test func worksInAFolderOfTheRepository() throws {
        let folder = try TemporaryFolder(files: ["project/content/a.md": "1"])
        try git("init -q", in: folder)
        try git("add .", in: folder)
        try git("commit -qm one", in: folder, date: "2026-01-01T12:00:00Z")
        #expect(history(folder, below: "/project").lastChange(of: ["content/a.md"]) == "2026-01-01")
    }

    @Test func isAbsentOutsideARepository() throws {
        let history = history(try TemporaryFolder(files: ["content/a.md": "1"]))
        #expect(history.absence == .notARepository)
        #expect(history.lastChange(of: ["content/a.md"]) == nil)
    }

    @Test func isAbsentInAShallowClone() throws {
        let origin = try repository()
        let clone = try TemporaryFolder()
        try git("clone -q --depth 1 'file://\(origin.path)' .", in: clone)
        #expect(history(clone).absence == .shallow)
    }

    private func remembered(_ folder: TemporaryFolder) -> GitHistory {
        GitHistory(
            project: folder.path, folders: ["content"], today: "2026-05-05",
            memory: HistoryMemory.file(root: folder.path))
    }

    /// Where nothing is remembered all is read, and what is remembered is taken: here, that a file never changed.
    @Test func commitsAreReadOnce() throws {
        let folder = try repository()
        let all = ["content/old.md", "content/süß new.md"]
        #expect(remembered(folder).lastChange(of: all) == "2026-02-02")
        let file = HistoryMemory.file(root: folder.path)
        let kept = try #require(HistoryMemory(file, folders: ["content"], prefix: ""))
        #expect(kept.days.count == 2)
        #expect(HistoryMemory(file, folders: ["content", "more"], prefix: "") == nil)
        let other = HistoryMemory(head: kept.head, days: ["content/old.md": "2020-01-01"])
        other.write(to: file, folders: ["content"], prefix: "")
        #expect(remembered(folder).lastChange(of: all) == "2020-01-01")
        // One commit more, and the rest is not read again.
        try folder.write("3", to: "content/süß new.md")
        #expect(remembered(folder).lastChange(of: ["content/süß new.md"]) == "2026-05-05", "not committed")
        try git("commit -qam three", in: folder, date: "2026-03-03T12:00:00Z")
        #expect(remembered(folder).lastChange(of: ["content/süß new.md"]) == "2026-03-03")
        #expect(remembered(folder).lastChange(of: ["content/old.md"]) == "2020-01-01")
        // The commit that is remembered is not there any more.
        try git("commit -q --amend -m other", in: folder, date: "2026-04-04T12:00:00Z")
        #expect(remembered(folder).lastChange(of: ["content/old.md"]) == "2026-01-02")
        #expect(remembered(folder).lastChange(of: ["content/süß new.md"]) == history(folder).lastChange(of: all))
    }

    @Test func beforeTheFirstCommitEverythingIsNew() throws {
        let folder = try TemporaryFolder(files: ["content/a.md": "1"])
        try git("init -q", in: folder)
        #expect(remembered(folder).lastChange(of: ["content/a.md"]) == "2026-05-05")
    }

    /// Commits, branches, merges and rewritten commits, with clocks that go wrong: what is remembered is what a reading of
    /// all commits finds.
    @Test(arguments: 1...4) func whatIsRememberedIsWhatAWholeReadingFinds(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let folder = try repository()
        try folder.write(".galley-cache\n", to: ".git/info/exclude")
        let names = (0..<6).map { "content/p\($0).md" }
        var branches = 0
        for step in 0..<60 {
            let day = {
                "20\(10 + Int.random(in: 0..<15, using: &random))-03-0\(Int.random(in: 1...9, using: &random))T12:00:00Z"
            }
            let (written, committed) = (day(), day())
            let name = names[Int.random(in: 0..<names.count, using: &random)]
            switch Int.random(in: 0..<9, using: &random) {
            case 0:
                branches += 1
                try git("checkout -q -b side\(branches) HEAD~1 || git checkout -q -b side\(branches)", in: folder)
            case 1 where branches > 0:
                try git("checkout -q side\(Int.random(in: 1...branches, using: &random))", in: folder)
            case 2 where branches > 0, 3 where branches > 0:
                try git(
                    "merge -q --no-ff -X ours -m merge side\(Int.random(in: 1...branches, using: &random))", in: folder,
                    date: written, committed: committed)
            case 4: try git("commit -q --amend -m other", in: folder, date: written, committed: committed)
            default:
                try folder.write("\(step)", to: name)
                try git("add .", in: folder)
                try git("commit -qm \(step)", in: folder, date: written, committed: committed)
            }
            let (kept, whole) = (remembered(folder), history(folder))
            for name in names {
                #expect(kept.lastChange(of: [name]) == whole.lastChange(of: [name]), "\(step) \(name)")
            }
        }
    }
}
