import Foundation
import Glibc
import TestSupport
import Testing

@testable import Preview

/// The ways in which files change.
@Suite struct FolderWatchTests {
    private func watching(_ folder: TemporaryFolder) throws -> FolderWatch {
        let watch = try FolderWatch(root: folder.path)
        watch.watch(folders: ["content"], parents: [""])
        return watch
    }

    /// Waits until a path was told of.
    private func wait(for path: String, in watch: FolderWatch) async -> Bool {
        for await changes in watch.changes where changes.paths.contains(path) { return true }
        return false
    }

    private func folder() throws -> TemporaryFolder {
        try TemporaryFolder(files: ["galley.yml": "a", "content/page.md": "old", "content/sub/deep.md": "old"])
    }

    @Test(.timeLimit(.minutes(5))) func filesWrittenInPlace() async throws {
        let folder = try folder()
        let watch = try watching(folder)
        try "new".write(toFile: folder.path + "/content/sub/deep.md", atomically: false, encoding: .utf8)
        #expect(await wait(for: "content/sub/deep.md", in: watch))
        try "new".write(toFile: folder.path + "/galley.yml", atomically: false, encoding: .utf8)
        #expect(await wait(for: "galley.yml", in: watch))
    }

    /// Editors write beside and rename over.
    @Test(.timeLimit(.minutes(5))) func filesReplacedByOthers() async throws {
        let folder = try folder()
        let watch = try watching(folder)
        for round in 1...3 {
            try folder.write("round \(round)", to: "content/.page.md.swp")
            #expect(rename(folder.path + "/content/.page.md.swp", folder.path + "/content/page.md") == 0)
            #expect(await wait(for: "content/page.md", in: watch))
        }
    }

    @Test(.timeLimit(.minutes(5))) func filesThatComeGoAndMove() async throws {
        let folder = try folder()
        let watch = try watching(folder)
        try folder.write("new", to: "content/new.md")
        #expect(await wait(for: "content/new.md", in: watch))
        #expect(rename(folder.path + "/content/new.md", folder.path + "/content/sub/moved.md") == 0)
        #expect(await wait(for: "content/sub/moved.md", in: watch))
        try folder.remove("content/sub/moved.md")
        #expect(await wait(for: "content/sub/moved.md", in: watch))
    }

    /// What a new folder holds, and what is written into it later.
    @Test(.timeLimit(.minutes(5))) func newFoldersAreWatchedToo() async throws {
        let folder = try folder()
        let watch = try watching(folder)
        try folder.write("new", to: "content/fresh/inner/page.md")
        for await changes in watch.changes where changes.isUnbounded { break }
        try "newer".write(toFile: folder.path + "/content/fresh/inner/page.md", atomically: false, encoding: .utf8)
        #expect(await wait(for: "content/fresh/inner/page.md", in: watch))
    }

    @Test(.timeLimit(.minutes(5))) func aFolderThatIsReplacedIsWatchedOn() async throws {
        let folder = try folder()
        let watch = try watching(folder)
        try folder.remove("content")
        for await changes in watch.changes where changes.isUnbounded { break }
        try folder.write("again", to: "content/page.md")
        watch.watch(folders: ["content"], parents: [""])
        try "again and again".write(toFile: folder.path + "/content/page.md", atomically: false, encoding: .utf8)
        #expect(await wait(for: "content/page.md", in: watch))
    }

    /// A hundred files saved at once are told of in few bursts.
    @Test(.timeLimit(.minutes(5))) func burstsAreGathered() async throws {
        let folder = try folder()
        let watch = try watching(folder)
        for number in 0..<100 {
            try "\(number)".write(toFile: folder.path + "/content/\(number).md", atomically: false, encoding: .utf8)
        }
        var seen: Set<String> = []
        var bursts = 0
        for await changes in watch.changes {
            bursts += 1
            seen.formUnion(changes.paths)
            if seen.count >= 100 { break }
        }
        #expect(bursts <= 50, "bursts: \(bursts)")
    }
}
