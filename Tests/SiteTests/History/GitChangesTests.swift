import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct GitChangesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(files: ["docs/a.md": "one\ntwo\nthree\n", "docs/é.md": "one\n"])
        try git("init -q -b main", "add .", "commit -qm one")
    }

    private func git(_ commands: String...) throws {
        for command in commands {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "git -c user.name=test -c user.email=test@example.com \(command)"]
            process.currentDirectoryURL = folder.url
            try process.run()
            process.waitUntilExit()
            try #require(process.terminationStatus == 0, "git \(command)")
        }
    }

    private func added(_ path: String, since base: String = "main", in project: String = "docs") throws -> [Int] {
        let changes = try #require(GitChanges(project: folder.path + "/" + project, since: base))
        let file = SourceFile(path: path, text: try folder.read(project + "/" + path))
        return file.lineStarts.indices.filter { changes.touch(file.span(file.lineRange($0))) }.map { $0 + 1 }
    }

    @Test func linesThatWereAddedAreTouched() throws {
        try folder.write("one\nnew\ntwo\nthree changed\n", to: "docs/a.md")
        #expect(try added("a.md") == [2, 4])
        #expect(try added("é.md").isEmpty)
    }

    @Test func committedLinesCountSinceTheBranchesParted() throws {
        try git("checkout -q -b topic")
        try folder.write("one\ntwo\nthree\nfour\n", to: "docs/a.md")
        try folder.write("one\ntwo\n", to: "docs/é.md")
        try git("commit -qam two", "checkout -q main")
        try folder.write("zero\none\ntwo\nthree\n", to: "docs/a.md")
        try git("commit -qam three", "checkout -q topic")
        #expect(try added("a.md") == [4], "what the base gained is not counted")
        #expect(try added("é.md") == [2])
    }

    @Test func namesWithBlanksAndLinesThatEndAsOnWindowsAreRead() throws {
        try folder.write("one\r\ntwo\r\nthree\r\n", to: "docs/my page.md")
        try git("add .", "commit -qm two")
        try folder.write("new\r\none\r\ntwo\r\nnew\r\nthree\r\n", to: "docs/my page.md")
        #expect(try added("my page.md") == [1, 4])
    }

    @Test(arguments: ["diff.noprefix", "diff.mnemonicPrefix"]) func settingsOfTheAuthorChangeNothing(
        name: String
    ) throws {
        try git("config \(name) true")
        try folder.write("one\nnew\ntwo\nthree\n", to: "docs/a.md")
        #expect(try added("a.md") == [2])
    }

    @Test func newFilesAreTouchedThroughout() throws {
        try folder.write("one\ntwo\n", to: "docs/b.md")
        #expect(try added("b.md") == [1, 2, 3])
    }

    @Test(arguments: ["nothing", "--output=x", ""])
    func anUnknownBaseIsNone(base: String) {
        #expect(GitChanges(project: folder.path, since: base) == nil)
        #expect(!folder.exists("x"))
    }
}
