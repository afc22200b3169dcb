import Foundation
import Proofs
import TestSupport
import Testing

/// A launcher of a Python package is asked its version once for each time that it is written.
@Suite struct VersionMemoryTests {
    private let folder: TemporaryFolder
    private let memory: String

    init() throws {
        folder = try TemporaryFolder()
        memory = folder.path + "/cache/versions.json"
        for name in ["python3", "sh"] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder.path)/\(name)", withDestinationPath: "/bin/sh")
        }
    }

    /// Writes a program that tells a version and leaves a line in `asked` each time.
    private func install(_ version: String, interpreter: String = "python3") throws {
        let path = folder.path + "/tool"
        try "#!\(folder.path)/\(interpreter)\necho x >>'\(folder.path)/asked'\necho 'tool \(version)'\n"
            .write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    private func find() async -> String? {
        let toolbox = Toolbox(path: folder.path, memory: VersionMemory(path: memory))
        return await toolbox.find(Program("tool", installation: "", purpose: ""))?.version
    }

    private var asked: Int {
        let lines = try? String(contentsOfFile: folder.path + "/asked", encoding: .utf8)
        return lines?.split(separator: "\n").count ?? 0
    }

    @Test func launcherIsAskedOnce() async throws {
        try install("1.2.3")
        #expect(await find() == "1.2.3")
        #expect(await find() == "1.2.3")
        #expect(asked == 1)
    }

    @Test func launcherThatIsWrittenAnewIsAskedAgain() async throws {
        try install("1.2.3")
        #expect(await find() == "1.2.3")
        try install("1.2.4")
        #expect(await find() == "1.2.4")
        #expect(asked == 2)
    }

    @Test func scriptOfAShellIsAskedEachTime() async throws {
        try install("1.2.3", interpreter: "sh")
        #expect(await find() == "1.2.3")
        #expect(await find() == "1.2.3")
        #expect(asked == 2)
    }

    @Test(arguments: ["", "{", "[1]", #"{"x": 1}"#])
    func damageCostsTimeOnly(content: String) async throws {
        try install("1.2.3")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/cache", withIntermediateDirectories: true)
        try content.write(toFile: memory, atomically: true, encoding: .utf8)
        #expect(await find() == "1.2.3")
        #expect(await find() == "1.2.3")
        #expect(asked == 1)
    }

    @Test func versionThatIsNotToldIsAskedAgain() async throws {
        try install("unknown")
        #expect(await find() == "")
        #expect(await find() == "")
        #expect(asked == 2)
    }
}
