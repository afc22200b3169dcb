import Glibc
import TestSupport
import Testing

@testable import Site

@Suite struct OutputFolderTests {
    let folder: TemporaryFolder
    var output: OutputFolder { OutputFolder(path: folder.path + "/site") }

    init() throws { folder = try TemporaryFolder() }

    private func build(_ files: [String: String]) throws -> Int {
        let output = output
        try output.begin()
        for (path, text) in files { try output.place(Array(text.utf8), at: path) }
        return try output.publish()
    }

    @Test func writesChangesAndRemovesWhatIsNoLongerMade() throws {
        #expect(try build(["a.html": "one", "deep/er/b.html": "two"]) == 2)
        #expect(try build(["a.html": "one", "deep/er/b.html": "two"]) == 0)
        #expect(try build(["a.html": "changed"]) == 2)
        #expect(folder.files() == ["site/.galley", "site/a.html"])
        #expect(try folder.read("site/a.html") == "changed")
        #expect(try folder.read("site/.galley") == "a.html\n")
        #expect(!folder.exists("site/deep"))
    }

    @Test func leavesFilesOfOthersAlone() throws {
        try folder.write("mine", to: "site/CNAME")
        _ = try build(["a.html": "one"])
        _ = try build(["b.html": "two"])
        #expect(folder.files() == ["site/.galley", "site/CNAME", "site/b.html"])
    }

    @Test func doesNotFollowItsListOutOfTheFolder() throws {
        try folder.write("precious", to: "precious")
        try folder.write("../precious\n/etc/hostname\nlink/precious\n", to: "site/.galley")
        #expect(symlink("..", folder.path + "/site/link") == 0)
        _ = try build(["a.html": "one"])
        #expect(try folder.read("precious") == "precious")
    }

    @Test func anInterruptedBuildChangesNothing() throws {
        _ = try build(["a.html": "one"])
        let output = output
        try output.begin()
        try output.place(Array("two".utf8), at: "a.html")
        // Never published. The next build clears up.
        #expect(try folder.read("site/a.html") == "one")
        #expect(try build(["a.html": "one"]) == 0)
        #expect(folder.files() == ["site/.galley", "site/a.html"])
    }

    @Test func tellsDifferencesWithoutWriting() throws {
        _ = try build(["same": "1", "changed": "1", "stale": "1"])
        let output = output
        for (path, text) in ["same": "1", "changed": "2", "missing": "1"] {
            try output.note(Array(text.utf8), at: path)
        }
        let found = try output.differences().map { "\($0.kind.rawValue) \($0.path)" }
        #expect(found == ["changed changed", "missing missing", "stale stale"])
        #expect(try folder.read("site/changed") == "1")
    }

    @Test func saysWhyAFolderCannotBeMade() throws {
        try folder.write("a file", to: "site")
        #expect(throws: FileProblem.self) { try output.begin() }
        do {
            try output.begin()
        } catch {
            #expect(error.path == folder.path + "/site")
            #expect(error.reason == "Not a directory")
        }
    }
}
