import Glibc
import Proofs
import Testing

/// A network that the code sets up itself, and nothing beyond it.
@Suite(.needsSandbox, .needsAdministeredNetwork) struct AdministeredNetworkTests {
    private func run(_ script: String) async throws -> SandboxOutcome {
        try await TestSandbox.bash(script) { $0.network = .administered }
    }

    @Test func hasAddresses() async throws {
        let script = """
            ip address add 10.9.8.7/32 dev lo
            echo hello | socat - TCP-LISTEN:3100,bind=10.9.8.7 &
            until socat -u TCP:10.9.8.7:3100 - 2> /dev/null; do sleep 0.05; done
            """
        #expect(try await run(script).outputText == "hello\n")
    }

    @Test func hasRules() async throws {
        let outcome = try await run("iptables -A INPUT -p tcp --dport 3100 -j DROP && iptables -S INPUT")
        #expect(outcome.outputText == "-P INPUT ACCEPT\n-A INPUT -p tcp -m tcp --dport 3100 -j DROP\n")
    }

    /// Rules of one run are gone with it, and never touch the machine's.
    @Test func isItsOwn() async throws {
        _ = try await run("iptables -P INPUT DROP; ip address add 10.9.8.7/32 dev lo")
        let outcome = try await run("iptables -S INPUT; ip -o address show | grep -c 10.9.8.7")
        #expect(outcome.outputText == "-P INPUT ACCEPT\n0\n")
    }

    /// It is root of a network alone.
    @Test(arguments: [
        "mount -t tmpfs none /tmp", "chown 1 /dev/null", "hostname other",
        "ip route add default via 10.0.0.1", "echo x > /usr/x", "sysctl -w kernel.hostname=x", "chroot / true",
    ])
    func hasNoOtherRights(_ command: String) async throws {
        let before = hostName()
        let outcome = try await run("if \(command); then echo allowed; fi 2> /dev/null")
        #expect(!outcome.outputText.contains("allowed"), "\(outcome.outputText)")
        #expect(hostName() == before)
    }

    @Test func keepsItsLimits() async throws {
        let outcome = try await TestSandbox.bash("for i in $(seq 200); do sleep 5 & done; wait") {
            $0.network = .administered
            $0.limits.processes = 32
            $0.limits.time = .seconds(2)
        }
        #expect(!outcome.isSuccess)
    }

    private func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension Trait where Self == ConditionTrait {
    /// Leaves the tests out where the kernel makes no such networks, and says so.
    fileprivate static var needsAdministeredNetwork: Self {
        .enabled("users without rights get no networks of their own here") {
            let outcome = try? await TestSandbox.bash("iptables -S") { $0.network = .administered }
            return outcome?.isSuccess ?? false
        }
    }
}
