import Site
import TestSupport
import Testing

@Suite struct NewFolderTests {
    @Test func fillsAFolderThatIsNewOrEmpty() throws {
        let folder = try TemporaryFolder()
        for name in ["new/deeper", ""] {
            try NewFolder("\(folder.path)/made/\(name)").fill(["a.txt": [0x61], "b/c.txt": [0x62]])
            #expect(try folder.read("made/\(name)/b/c.txt") == "b")
            try folder.remove("made")
            try folder.write("", to: "made/.git/HEAD")
        }
        #expect(throws: NewFolder.Failure.self) { try NewFolder(folder.path).fill(["a.txt": []]) }
    }

    @Test func leavesNothingHalfWritten() throws {
        let folder = try TemporaryFolder()
        // No file system has room for this name.
        let files = ["a.txt": [UInt8](), "b/" + String(repeating: "x", count: 300): []]
        for name in ["new", "begun"] {
            if name == "begun" { try folder.write("ref", to: "begun/.git/HEAD") }
            let failure = #expect(throws: NewFolder.Failure.self, "a name of 300 bytes was taken") {
                try NewFolder("\(folder.path)/\(name)").fill(files)
            }
            #expect("\(String(describing: failure))".contains("\"write\""))
        }
        #expect(!folder.exists("new"))
        #expect(folder.files() == ["begun/.git/HEAD"])
    }

    @Test func refusesWhatIsThere() throws {
        let folder = try TemporaryFolder(files: ["notes/plan.txt": "x"])
        #expect(throws: NewFolder.Failure.notEmpty("plan.txt")) { try NewFolder(folder.path + "/notes").fill([:]) }
        #expect(throws: NewFolder.Failure.notAFolder) { try NewFolder(folder.path + "/notes/plan.txt").fill([:]) }
        #expect(folder.files() == ["notes/plan.txt"])
    }
}
