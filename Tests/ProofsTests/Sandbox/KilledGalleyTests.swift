import Foundation
import Proofs
import TestSupport
import Testing

/// What is left when galley is killed by a signal that it can't see coming.
@Suite(.needsSandbox) struct KilledGalleyTests {
    @Test(arguments: [0, 1500]) func leavesNoProcess(pause: Int) async throws {
        let parent = try TemporaryFolder()
        let mark = "34\(UInt32.random(in: 100_000...999_999))"
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("sandbox-holder")
        holder.arguments = [parent.path, mark]
        try holder.run()
        defer { holder.terminate() }
        // Two scripts, with two sleepers each.
        while sleeping(mark) < 4, holder.isRunning { try await Task.sleep(for: .milliseconds(20)) }
        // bubblewrap dies with the thread that started it: it must live on through a pause.
        try await Task.sleep(for: .milliseconds(pause))
        #expect(sleeping(mark) == 4)
        let below = Processes.descendants(of: holder.processIdentifier)
        #expect(below.count > 9, "twice bubblewrap's two processes, and the three that run in each")
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        #expect(await Processes.areGone(below))
        #expect(!Processes.has(mark))
        // The run folder stays until the next galley finds that its lock is free.
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).count == 1)
        #expect(RunFolder.removeAbandoned(in: parent.path) == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).isEmpty)
    }

    private func sleeping(_ mark: String) -> Int { Processes.all().count { $0 == ["sleep", mark] } }
}
