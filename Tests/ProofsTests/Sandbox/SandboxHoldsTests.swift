import Glibc
import Proofs
import Testing

/// Code that means harm, or does it by mistake.
@Suite(.needsSandbox) struct SandboxHoldsTests {
    @Test(arguments: [
        "cat /etc/shadow", "ls /root", "ls /home", "cat /etc/hostname", "ls /var/lib", "ls /proc/1/root/work/../root",
        "cat /sys/kernel/version", "dmesg", "ls /dev/sda /dev/vda", "mount -t tmpfs x /work", "chroot / true",
        "kill -9 1; test -d /proc/3000000", "hostname other",
    ])
    func refuses(_ script: String) async throws {
        let outcome = try await TestSandbox.bash(script)
        guard case .exited(let code) = outcome.end else {
            Issue.record("\(outcome)")
            return
        }
        #expect(code > 0, "\(outcome.outputText)")
    }

    @Test func showsAnEmptyHome() async throws {
        let outcome = try await TestSandbox.bash("cd; pwd; ls -A; ls -A /; ps -e 2>/dev/null | wc -l")
        let lines = outcome.outputText.split(separator: "\n")
        #expect(lines.first == "/tmp/home")
        let top = Set(lines.dropFirst().dropLast().map(String.init))
        #expect(
            top.isSubset(of: [
                "bin", "dev", "etc", "lib", "lib32", "lib64", "libx32", "proc", "sbin", "tmp", "usr", "work",
            ]))
        #expect(top.isSuperset(of: ["etc", "usr", "work"]))
    }

    @Test(arguments: ["/", "/usr", "/usr/bin", "/etc", "/etc/hosts", "/dev", "/proc/sys/kernel", "/bin", "/run"])
    func writesNothingOutside(_ path: String) async throws {
        let outcome = try await TestSandbox.bash(
            "touch \(path)/x || echo x >> \(path) || mkdir \(path) || chmod 777 \(path)")
        #expect(outcome.outputText == "")
        #expect(outcome.end != .exited(0))
    }

    @Test func isAUserWithoutRights() async throws {
        let script = "id -u; grep -E 'CapEff|CapPrm|CapInh|NoNewPrivs' /proc/self/status | tr -s '\\t ' ' '"
        let lines = try await TestSandbox.bash(script).outputText.split(separator: "\n").map(String.init)
        #expect(lines.first.flatMap { Int($0) } ?? 0 > 0)
        #expect(
            lines.dropFirst() == [
                "CapInh: 0000000000000000", "CapPrm: 0000000000000000", "CapEff: 0000000000000000", "NoNewPrivs: 1",
            ])
    }

    @Test func reachesNoNetwork() async throws {
        let listener = try Listener()
        let plain = ProcessCommand("/bin/bash", ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(listener.port)"])
        #expect(await plain.run().end == .exited(0), "the listener can be reached from outside of the sandbox")
        for address in ["127.0.0.1/\(listener.port)", "1.1.1.1/80", "1.1.1.1/53"] {
            let outcome = try await TestSandbox.bash("exec 3<>/dev/tcp/\(address)")
            #expect(outcome.end == .exited(1))
            #expect(
                outcome.errorText.contains("refused") || outcome.errorText.contains("unreachable"),
                "\(outcome.errorText)")
        }
        #expect(try await TestSandbox.bash("grep -c : /proc/net/dev").outputText == "1\n")
    }

    @Test func endsForkBombs() async throws {
        let outcome = try await TestSandbox.bash("bomb() { bomb | bomb & bomb; }; bomb") {
            $0.limits.time = .seconds(6)
        }
        #expect(
            outcome.exceeded.contains("it ran 64 processes at once, as many as it may"),
            "\(outcome.exceeded) \(outcome.end)")
        let after = try await TestSandbox.bash("echo fine")
        #expect(after.outputText == "fine\n")
    }

    @Test func limitsTheMemoryOfOneProcess() async throws {
        let outcome = try await TestSandbox.bash("python3 -c 'x = bytearray(2 << 30)'") { $0.limits.memory = 200 << 20 }
        #expect(outcome.end == .outOfMemory)
        #expect(outcome.exceeded == ["it needed more than 200 MB of memory"])
    }

    @Test func limitsTheMemoryOfAllProcesses() async throws {
        let outcome = try await TestSandbox.bash(
            "for i in 1 2 3 4; do python3 -c 'import time; x = bytearray(80 << 20); x[::4096] = b\"x\" * len(x[::4096]); time.sleep(100)' & done; wait"
        ) { $0.limits.memory = 200 << 20 }
        #expect(outcome.end == .outOfMemory)
    }

    @Test(arguments: ["/work", "/tmp", "/tmp/home", "/dev/shm"])
    func limitsTheDisk(_ folder: String) async throws {
        let outcome = try await TestSandbox.bash("head -c 100M /dev/zero > \(folder)/file") { $0.limits.disk = 8 << 20 }
        #expect(outcome.end == .exited(1))
        #expect(outcome.exceeded == ["it filled its 8 MB of disk"], "\(outcome)")
    }

    @Test func endsWhatPrintsWithoutEnd() async throws {
        let outcome = try await TestSandbox.bash("yes") { $0.limits.output = 64 << 10 }
        #expect(outcome.end == .outputTooLarge)
        #expect(outcome.output.count == 64 << 10)
        #expect(outcome.exceeded == ["it printed more than 64 KB"])
    }

    @Test func endsWhatIgnoresSigterm() async throws {
        let start = ContinuousClock.now
        let outcome = try await TestSandbox.bash("trap '' TERM INT HUP PIPE; echo started; while :; do sleep 1; done") {
            $0.limits.time = .seconds(1)
        }
        #expect(outcome.end == .timedOut)
        #expect(outcome.outputText == "started\n")
        #expect(outcome.exceeded == ["it ran longer than 1 second"])
        #expect(.now - start < .seconds(300))
    }

    @Test func endsDaemons() async throws {
        let mark = "31\(UInt32.random(in: 100_000...999_999))"
        let outcome = try await TestSandbox.bash("(setsid sleep \(mark) >/dev/null 2>&1 &); sleep 10; echo done")
        #expect(outcome.end == .exited(0))
        #expect(outcome.exceeded == ["it left processes running, which were ended"])
        #expect(await Processes.areGone(mark))
    }
}

/// Listens on this machine's loopback.
private final class Listener: Sendable {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (isBound, named) = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                (bind(descriptor, generic, length) == 0, getsockname(descriptor, generic, &length) == 0)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        self.descriptor = descriptor
        try #require(isBound && named && listen(descriptor, 8) == 0)
    }

    deinit { close(descriptor) }
}
