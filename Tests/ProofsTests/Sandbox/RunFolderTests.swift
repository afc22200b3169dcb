import Glibc
import Proofs
import TestSupport
import Testing

struct RunFolderTests {
    @Test func isRemovedAtTheEnd() throws {
        let parent = try TemporaryFolder()
        let folder = try RunFolder.open(in: parent.path).get()
        #expect(folder.path.hasPrefix("\(parent.path)/galley-run-"))
        let inner = try #require(folder.makeFolder("box"))
        #expect(inner.hasPrefix(folder.path))
        #expect(mkdir("\(inner)/closed", 0o000) == 0)
        #expect(symlink("/usr", "\(inner)/link") == 0)
        folder.remove()
        #expect(access(folder.path, F_OK) != 0)
        #expect(access("/usr/bin", F_OK) == 0)
        folder.remove()
        #expect(folder.makeFolder("late") == nil)
    }

    @Test func removesSingleFilesOfKilledRunsWhenTheyAreOld() throws {
        let parent = try TemporaryFolder(files: [
            "galley-snippet-old.yml": "x", "galley-snippet-new.yml": "x", "own.yml": "",
        ])
        for name in ["galley-snippet-old.yml", "own.yml"] {
            var times = [timeval(tv_sec: 1_000_000, tv_usec: 0), timeval(tv_sec: 1_000_000, tv_usec: 0)]
            #expect(utimes("\(parent.path)/\(name)", &times) == 0)
        }
        RunFolder.removeAbandoned(in: parent.path)
        #expect(access("\(parent.path)/galley-snippet-old.yml", F_OK) != 0)
        #expect(access("\(parent.path)/galley-snippet-new.yml", F_OK) == 0)
        #expect(access("\(parent.path)/own.yml", F_OK) == 0)
    }

    @Test func isRemovedWithItsLastUser() throws {
        let parent = try TemporaryFolder()
        let path = try RunFolder.open(in: parent.path).get().path
        #expect(access(path, F_OK) != 0)
    }

    @Test func removesWhatKilledRunsLeft() throws {
        let parent = try TemporaryFolder(files: [
            "galley-run-aaaaaa/lock": "", "galley-run-aaaaaa/box-1/file": "x", "galley-run-bbbbbb/file": "x",
            "galley-run-file": "", "other/file": "", "target/file": "",
        ])
        #expect(symlink("\(parent.path)/target", "\(parent.path)/galley-run-link") == 0)
        let alive = try RunFolder.open(in: parent.path).get()
        #expect(!parent.exists("galley-run-aaaaaa"))
        #expect(!parent.exists("galley-run-bbbbbb"))
        let second = try RunFolder.open(in: parent.path).get()
        #expect(access(alive.path, F_OK) == 0)
        #expect(second.path != alive.path)
        #expect(parent.exists("galley-run-file") && parent.exists("other/file") && parent.exists("target/file"))
        #expect(RunFolder.removeAbandoned(in: parent.path) == 0)
    }

    @Test func saysWhyThereIsNone() {
        guard case .failure(let failure) = RunFolder.open(in: "/nowhere") else {
            Issue.record("a folder in nowhere")
            return
        }
        #expect(failure.reason == "no folder can be made in /nowhere: no such file or directory")
    }
}
