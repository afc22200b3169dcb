import Proofs
import Testing

/// Limits are held while all of Swift's threads reckon.
struct BusyMachineTests {
    @Test func aProgramIsEndedInItsTimeAllTheSame() async throws {
        // It counts hundredths of a second.
        let script = "while :; do echo; sleep 0.01; done"
        let command = ProcessCommand("/bin/sh", ["-c", script], timeLimit: .seconds(1))
        let run = Task { await command.run() }
        try await Task.sleep(for: .milliseconds(100))
        let start = ContinuousClock.now
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    var count: UInt64 = 0
                    while .now - start < .seconds(4) { count &+= 1 }
                }
            }
        }
        let outcome = await run.value
        #expect(outcome.end == .timedOut)
        // In four seconds it would have come to nearly four hundred.
        #expect(outcome.output.count < 250, "\(outcome.output.count)")
    }
}
