import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct GitHistoryTests {
    private func git(_ arguments: String, in folder: TemporaryFolder, date: String = "") throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let identity = "-c user.name=test -c user.email=test@example.com -c init.defaultBranch=main"
        process.arguments = ["-c", "cd '\(folder.path)' && git \(identity) \(arguments)"]
        var environment = ProcessInfo.processInfo.environment
        environment["GIT_AUTHOR_DATE"] = date.isEmpty ? nil : date
        environment["GIT_COMMITTER_DATE"] = date.isEmpty ? nil : "2030-01-01T00:00:00Z"
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
}
