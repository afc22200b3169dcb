import Glibc
import Proofs
import Testing

@Suite(.needsSandbox) struct SandboxTests {
    @Test func tellsWhatWasPrintedAndHowItEnded() async throws {
        let outcome = try await TestSandbox.bash("cat; echo oops >&2; exit 3") { $0.input = Array("hello".utf8) }
        #expect(outcome.end == .exited(3))
        #expect(outcome.outputText == "hello")
        #expect(outcome.errorText == "oops\n")
        #expect(outcome.exceeded == [])
        #expect(try await TestSandbox.bash("kill -TERM $$").end == .signalled(15))
    }

    @Test func opensItsStreamsByName() async throws {
        let script = "cat /dev/stdin > /dev/stdout; echo b | tee /dev/stderr > /dev/null"
        let outcome = try await TestSandbox.bash(script) { $0.input = Array("a\n".utf8) }
        #expect(outcome.outputText == "a\n")
        #expect(outcome.errorText == "b\n")
    }

    @Test func mergesBothStreamsInOrder() async throws {
        let outcome = try await TestSandbox.bash("echo a; echo b >&2; echo c") { $0.mergesErrors = true }
        #expect(outcome.outputText == "a\nb\nc\n")
    }

    @Test func tellsThatAProgramIsMissing() async throws {
        let sandbox = try await TestSandbox.found.get()
        let outcome = await sandbox.run(SandboxCommand(["no-such-program"]))
        #expect(outcome.end == .exited(127))
        #expect(outcome.errorText.contains("no-such-program"))
    }

    @Test func givesOnlyTheVariablesThatWereAsked() async throws {
        setenv("GALLEY_TEST_SECRET", "secret", 1)
        let script =
            "env | cut -d= -f1 | sort | tr '\\n' ' '; cat /proc/*/environ 2>/dev/null | tr '\\0' '\\n' | grep -c SECRET"
        let outcome = try await TestSandbox.bash(script) { $0.environment = ["LOKI": "http://loki:3100"] }
        #expect(outcome.outputText == "HOME LC_ALL LOKI PATH PWD SHLVL TERM TZ USER _ 0\n")
    }

    @Test func laysFilesIntoTheFolder() async throws {
        let outcome = try await TestSandbox.bash(
            "pwd; cat a.txt deep/b.txt \"it's\"; ./run.sh; echo more >> a.txt; tail -1 a.txt"
        ) {
            $0.files = [
                .init("a.txt", Array("a\n".utf8)), .init("deep/b.txt", Array("b\n".utf8)),
                .init("it's", Array("quoted\n".utf8)),
                .init("run.sh", Array("#!/bin/sh\necho ran\n".utf8), mode: 0o755),
            ]
        }
        #expect(outcome.outputText == "/work\na\nb\nquoted\nran\nmore\n")
        #expect(outcome.errorText == "")
    }

    @Test func refusesFilesOutsideOfTheFolder() async throws {
        for path in ["/etc/x", "../x", "a/../../x", ""] {
            let outcome = try await TestSandbox.bash(":") { $0.files = [.init(path, [])] }
            #expect(outcome.end == .notStarted(reason: "`\(path)` is not a path below the working folder"))
        }
        let outcome = try await TestSandbox.bash(":") { $0.hosts = ["loki\n1.2.3.4 bank"] }
        #expect(outcome.end == .notStarted(reason: "`loki\n1.2.3.4 bank` is not a host name"))
    }

    @Test func runsInTheFolderThatIsAsked() async throws {
        for folder in ["/tmp/guide", "/srv/app", "/tmp"] {
            let outcome = try await TestSandbox.bash("pwd; touch x && echo written") { $0.folder = folder }
            #expect(outcome.outputText == "\(folder)\nwritten\n", "\(outcome)")
        }
    }

    @Test func bindsForReadingOnly() async throws {
        let folder = try TemporaryData()
        let outcome = try await TestSandbox.bash("cat /data/file; echo x > /data/file || echo refused; ls /work/inner")
        {
            $0.binds = [.init(folder.path, at: "/data"), .init(folder.path, at: "/work/inner")]
        }
        #expect(outcome.outputText == "data\nrefused\nfile\n")
        let missing = try await TestSandbox.bash(":") { $0.binds = [.init("/no/such/folder", at: "/data")] }
        guard case .notStarted(let reason) = missing.end else {
            Issue.record("it was started")
            return
        }
        #expect(reason.contains("/no/such/folder"))
    }

    @Test func sharesAFolderBetweenRuns() async throws {
        let sandbox = try await TestSandbox.found.get()
        let shared = try #require(sandbox.sharedFolder(at: "/work"))
        for (script, printed) in [
            ("echo one > a; mkdir d", ""), ("echo two >> a; cat a; touch d/x; ls", "one\ntwo\na\nd\n"),
        ] {
            let outcome = try await TestSandbox.bash(script) { $0.shared = shared }
            #expect(outcome.outputText == printed, "\(outcome.errorText)")
        }
        let full = try await TestSandbox.bash(
            "for i in 1 2 3 4 5 6 7 8; do head -c 1000000 /dev/zero > f$i; done; sleep 100"
        ) {
            $0.shared = shared
            $0.limits.disk = 2 << 20
        }
        #expect(full.exceeded == ["it filled its 2 MB of disk"])
    }

    @Test func knowsTheNamesOfServices() async throws {
        let python = "import socket; print(socket.gethostbyname('loki'), socket.getaddrinfo('postgres', 1)[0][4][0])"
        let script = "python3 -c \"\(python)\"; getent hosts loki; getent hosts example.org || echo unknown"
        let outcome = try await TestSandbox.bash(script) {
            $0.hosts = ["loki", "postgres"]
        }
        #expect(outcome.outputText == "127.0.0.1 127.0.0.1\n127.0.0.1       loki\nunknown\n")
    }

    /// bubblewrap dies with the *thread* that started it; the one of Subprocess must live as long as galley.
    @Test func isNotEndedByTheEndOfThreads() async throws {
        await withTaskGroup(of: SandboxOutcome?.self) { group in
            for index in 0..<24 {
                group.addTask {
                    try? await Task.sleep(for: .milliseconds(index * 60))
                    return try? await TestSandbox.bash("sleep 1.5; echo alive")
                }
            }
            for await outcome in group { #expect(outcome?.outputText == "alive\n") }
        }
        // An idle pause in which pools could end their threads, with a run across it.
        async let long = TestSandbox.bash("sleep 4; echo alive")
        try await Task.sleep(for: .seconds(3))
        #expect(try await long.outputText == "alive\n")
    }

    @Test func runsFiftyAtTheSameTime() async throws {
        await withTaskGroup(of: SandboxOutcome?.self) { group in
            for _ in 0..<50 { group.addTask { try? await TestSandbox.bash("echo $(id -un)") } }
            for await outcome in group { #expect(outcome?.outputText == "nobody\n", "\(String(describing: outcome))") }
        }
    }

    /// A snippet may cost 50 ms more than bash alone; the least of several runs is measured, as others use the machine too.
    /// That figure is held where it is asked for (`GALLEY_MEASURE=1`), and ten times as much beside other tests.
    @Test func costsLittle() async throws {
        func least(_ run: () async throws -> Void) async rethrows -> Duration {
            var least = Duration.seconds(9)
            for _ in 0..<20 {
                let start = ContinuousClock.now
                try await run()
                least = min(least, .now - start)
            }
            return least
        }
        let plain = await least { _ = await ProcessCommand("/bin/bash", ["-c", ":"]).run() }
        let boxed = try await least { _ = try await TestSandbox.bash(":") }
        let isMeasured = getenv("GALLEY_MEASURE") != nil
        #expect(boxed - plain < .milliseconds(isMeasured ? 50 : 500))
        if isMeasured { print("bash \(plain), in the sandbox \(boxed)") }
    }
}

/// A folder with one file that all may read, removed at the end.
final class TemporaryData: Sendable {
    let path: String

    init() throws {
        path = "/tmp/galley-data-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        try #require(mkdir(path, 0o755) == 0)
        let file = try #require(fopen("\(path)/file", "w"))
        fputs("data\n", file)
        fclose(file)
    }

    deinit {
        unlink("\(path)/file")
        rmdir(path)
    }
}
