import Glibc
import Proofs
import TestSupport
import Testing

struct ProcessRunTests {
    /// More than a busy machine needs to end a program, and less than the program would take.
    private static let generous = Duration.seconds(300)

    private func bash(
        _ script: String, input: String = "", time: Duration = .seconds(200), output: Int = 100_000
    )
        -> ProcessCommand
    {
        ProcessCommand(
            "/bin/bash", ["-c", script], input: Array(input.utf8), timeLimit: time, outputLimit: output)
    }

    /// Runs it and tells how long that took.
    private func timed(_ command: ProcessCommand) async -> (outcome: ProcessOutcome, time: Duration) {
        let start = ContinuousClock.now
        let outcome = await command.run()
        return (outcome, .now - start)
    }

    /// Whether it still runs. A process that was killed takes a moment to go.
    private func isAlive(_ id: String) async -> Bool {
        guard let id = pid_t(id.trimmed), id > 0 else { return true }
        for _ in 0..<1500 {
            if kill(id, 0) != 0 || Self.isZombie(id) { return false }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return true
    }

    private static func isZombie(_ id: pid_t) -> Bool {
        guard let file = fopen("/proc/\(id)/stat", "r") else { return true }
        defer { fclose(file) }
        var text = [CChar](repeating: 0, count: 400)
        fgets(&text, 400, file)
        return String(decoding: text.map(UInt8.init(bitPattern:)), as: UTF8.self).contains(") Z ")
    }

    @Test func tellsWhatWasPrintedAndTheExitCode() async {
        let outcome = await bash("cat; echo oops >&2; exit 3", input: "hello").run()
        #expect(outcome.end == .exited(3))
        #expect(outcome.outputText == "hello")
        #expect(outcome.errorText == "oops\n")
    }

    @Test func tellsASignal() async {
        #expect(await bash("kill -9 $$").run().end == .signalled(9))
    }

    @Test func tellsWhyNothingWasStarted() async {
        guard case .notStarted(let reason) = await ProcessCommand("/nowhere/program", []).run().end else {
            Issue.record("it was started")
            return
        }
        #expect(reason.contains("/nowhere/program"))
        guard case .notStarted = await ProcessCommand("/bin/true", [], folder: "/nowhere").run().end else {
            Issue.record("it was started")
            return
        }
    }

    @Test func passesOnlyTheGivenEnvironment() async {
        let outcome = await ProcessCommand("/usr/bin/env", [], environment: ["A": "1"]).run()
        #expect(outcome.outputText == "A=1\n")
    }

    @Test func mergesBothStreamsInOrder() async {
        var command = bash("for i in 1 2 3; do echo out $i; echo err $i >&2; done")
        command.mergesErrors = true
        let outcome = await command.run()
        #expect(outcome.outputText == "out 1\nerr 1\nout 2\nerr 2\nout 3\nerr 3\n")
        #expect(outcome.errors.isEmpty)
    }

    @Test func endsWhatTakesTooLong() async {
        let run = await timed(bash("echo started; sleep 600", time: .milliseconds(300)))
        #expect(run.outcome.end == .timedOut)
        #expect(run.outcome.outputText == "started\n")
        #expect(run.time < Self.generous)
    }

    @Test func endsWhatIgnoresSigterm() async {
        let run = await timed(bash("trap '' TERM INT HUP; while :; do sleep 0.1; done", time: .milliseconds(300)))
        #expect(run.outcome.end == .timedOut)
        #expect(run.time < Self.generous)
    }

    @Test func endsAClosedOutputThatRunsOn() async {
        let run = await timed(bash("exec >&- 2>&-; sleep 600", time: .milliseconds(300)))
        #expect(run.outcome.end == .timedOut)
        #expect(run.time < Self.generous)
    }

    @Test func keepsTheFirstBytesOfTooMuch() async {
        let run = await timed(bash("echo first; yes", output: 1000))
        #expect(run.outcome.end == .outputTooLarge)
        #expect(run.outcome.output.count == 1000)
        #expect(run.outcome.outputText.hasPrefix("first\ny\n"))
        #expect(run.time < Self.generous)
    }

    @Test func takesExactlyTheLimit() async {
        let outcome = await bash("head -c 1000 /dev/zero", output: 1000).run()
        #expect(outcome.end == .exited(0))
        #expect(outcome.output.count == 1000)
        #expect(await bash("head -c 1001 /dev/zero >&2", output: 1000).run().end == .outputTooLarge)
    }

    @Test func endsGrandchildrenThatHoldThePipes() async {
        let run = await timed(bash("sleep 600 & echo $!"))
        #expect(run.outcome.end == .exited(0))
        #expect(run.time < Self.generous)
        #expect(await !isAlive(run.outcome.outputText))
    }

    @Test func endsGrandchildrenThatHoldNothing() async {
        let run = await timed(bash("sleep 600 >/dev/null 2>&1 & echo $!"))
        #expect(run.outcome.end == .exited(0))
        #expect(await !isAlive(run.outcome.outputText))
    }

    @Test func endsTheGroupWhenTimeIsOver() async {
        let run = await timed(bash("sleep 600 & echo $!; wait", time: .milliseconds(300)))
        #expect(run.outcome.end == .timedOut)
        #expect(await !isAlive(run.outcome.outputText))
    }

    @Test func isNotHeldByADaemonOfAnotherSession() async throws {
        let run = await timed(bash("setsid sleep 600 & echo $!"))
        #expect(run.outcome.end == .exited(0))
        #expect(run.time < Self.generous)
        let daemon = try #require(pid_t(run.outcome.outputText.trimmed))
        #expect(kill(daemon, SIGKILL) == 0, "it is of another session, so it is nobody's to end")
    }

    @Test func survivesAClosedInput() async {
        let much = String(repeating: "x", count: 5_000_000)
        #expect(await bash("exec <&-; exit 4", input: much).run().end == .exited(4))
        #expect(await bash("head -c 1", input: much).run().outputText == "x")
        #expect(await bash("wc -c", input: much).run().outputText == "5000000\n")
    }

    @Test func endsWithItsTask() async throws {
        let folder = try TemporaryFolder()
        let start = ContinuousClock.now
        let task = Task { await bash("touch \(folder.path)/started; sleep 600").run() }
        while access(folder.path + "/started", F_OK) != 0 { try await Task.sleep(for: .milliseconds(20)) }
        task.cancel()
        #expect(await task.value.end == .signalled(SIGKILL))
        #expect(.now - start < Self.generous)
    }

    @Test func runsFiftyAtTheSameTime() async {
        let command = bash("sleep 0.2; head -c 70000 /dev/zero | tr '\\0' x; echo $0 >&2")
        let outcomes = await withTaskGroup(of: ProcessOutcome.self) { group in
            for _ in 0..<50 { group.addTask { await command.run() } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count == 50)
        #expect(outcomes.allSatisfy { $0.isSuccess && $0.output.count == 70000 && $0.errorText == "/bin/bash\n" })
    }
}

extension String {
    fileprivate var trimmed: String { filter { !$0.isWhitespace } }
}
