import Glibc
import TestSupport
import Testing

@testable import Diagnostics

@Suite struct ProjectFilesTests {
    @Test func aFileIsReadOnceUntilItIsForgotten() throws {
        let folder = try TemporaryFolder(files: ["a/b.md": "one"])
        let files = try #require(ProjectFiles(root: folder.path))
        let first = try files.file("a/b.md").get()
        try folder.write("two", to: "a/b.md")
        #expect(try files.file("./a/../a/b.md").get() === first)
        files.forget(["a/b.md"])
        let second = try files.file("a/b.md").get()
        #expect(second.path == "a/b.md")
        #expect(second.bytes == Array("two".utf8))
    }

    @Test func failuresAreToldApart() throws {
        let outside = try TemporaryFolder(files: ["x": ""])
        let folder = try TemporaryFolder(files: ["a/b.md": "four", "c": ""])
        #expect(symlink(outside.path + "/x", folder.path + "/link") == 0)
        #expect(symlink("loop", folder.path + "/loop") == 0)
        let files = try #require(ProjectFiles(root: folder.path))
        func failure(_ path: String, limit: Int = .max) -> ProjectFiles.Failure? {
            if case .failure(let failure) = files.file(path, limit: limit) { failure } else { nil }
        }
        #expect(failure("gone") == .missing)
        #expect(failure("c/below") == .missing)
        #expect(failure("a") == .isFolder)
        #expect(failure("../x") == .outsideProject(target: nil))
        #expect(failure("/etc/passwd") == .outsideProject(target: nil))
        #expect(failure("a\u{0}b") == .outsideProject(target: nil))
        #expect(failure("link") == .outsideProject(target: outside.path + "/x"))
        #expect(failure("a/b.md", limit: 3) == .tooLarge(size: 4, limit: 3))
        #expect(failure("a/b.md", limit: 4) == nil)
        #expect(failure("a/b.md", limit: 3) == .tooLarge(size: 4, limit: 3))
        guard case .notReadable = failure("loop") else {
            Issue.record("a link to itself is not readable")
            return
        }
    }

    @Test func entriesAreSortedAndStayInTheProject() throws {
        let outside = try TemporaryFolder(files: ["x": ""])
        let folder = try TemporaryFolder(files: ["f/b.md": "", "f/a.md": "", "f/c/d": ""])
        #expect(symlink(outside.path, folder.path + "/f/link") == 0)
        let files = try #require(ProjectFiles(root: folder.path))
        #expect(files.entries(of: "f").map(\.name) == ["a.md", "b.md", "c"])
        #expect(files.entries(of: "f").map(\.isFolder) == [false, false, true])
        #expect(files.entries(of: "f/link").isEmpty)
        #expect(files.entries(of: "").map(\.name) == ["f"])
        #expect(files.isFolder("f/c"))
        #expect(!files.isFolder("f/link"))
        #expect(files.isFile("f/a.md"))
    }
}
