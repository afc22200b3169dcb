import Glibc
import Proofs
import Testing

@Suite(.needsSandbox) struct NetworkHouseTests {
    private func server(_ text: String, port: Int) -> SandboxCommand {
        var command = SandboxCommand(["python3", "-u", "-m", "http.server", "--bind", "127.0.0.1", "\(port)"])
        command.files = [.init("index.html", Array(text.utf8))]
        command.limits.memory = 256 << 20
        return command
    }

    /// Asks until there is an answer.
    private func ask(_ address: String, _ network: SandboxCommand.Network) async throws -> SandboxOutcome {
        try await TestSandbox.bash(
            "curl -sS --retry 200 --retry-delay 1 --retry-connrefused \(address)"
        ) {
            $0.network = network
            $0.hosts = ["loki"]
        }
    }

    @Test func letsExamplesReachServicesAndNothingElse() async throws {
        let sandbox = try await TestSandbox.found.get()
        let house = try await NetworkHouse.open(sandbox)
        let other = try await NetworkHouse.open(sandbox)
        let service = try ServiceProcess.start(server("hello", port: 3100), in: house, of: sandbox)
        let outcome = try await ask("http://loki:3100/index.html", .house(house))
        #expect(outcome.outputText == "hello", "\(outcome.errorText)")
        #expect(service.isRunning)
        #expect(service.log.contains("\"GET /index.html"))
        let knock = "exec 3<>/dev/tcp/127.0.0.1/3100"
        #expect(await ProcessCommand("/bin/bash", ["-c", knock]).run().end == .exited(1), "this machine is outside")
        #expect(try await TestSandbox.bash(knock) { $0.network = .house(other) }.end == .exited(1))
        #expect(try await TestSandbox.bash(knock).end == .exited(1))
        #expect(
            try await TestSandbox.bash("exec 3<>/dev/tcp/1.1.1.1/80") { $0.network = .house(house) }.end == .exited(1))
        let end = await service.stop(patience: .seconds(100))
        #expect(end.end == .signalled(SIGTERM))
        #expect(!service.isRunning)
        house.close()
        other.close()
    }

    @Test func givesServicesTheLowPorts() async throws {
        let sandbox = try await TestSandbox.found.get()
        let house = try await NetworkHouse.open(sandbox)
        let service = try ServiceProcess.start(server("low", port: 80), in: house, of: sandbox)
        #expect(try await ask("http://127.0.0.1/index.html", .house(house)).outputText == "low", "\(service.log)")
        await service.stop()
        house.close()
    }

    @Test func stopsAServiceThatDoesNotWantTo() async throws {
        let sandbox = try await TestSandbox.found.get()
        let house = try await NetworkHouse.open(sandbox)
        let mark = "33\(UInt32.random(in: 100_000...999_999))"
        let stubborn = SandboxCommand([
            "bash", "-c", "trap '' TERM; echo up; sleep \(mark) & while :; do sleep 0.2; done",
        ])
        let service = try ServiceProcess.start(stubborn, in: house, of: sandbox)
        while !service.log.contains("up"), service.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        let end = await service.stop(patience: .milliseconds(300))
        #expect(end.end == .signalled(SIGKILL))
        #expect(await Processes.areGone(mark))
        house.close()
    }

    @Test func tellsHowAServiceEndedByItself() async throws {
        let sandbox = try await TestSandbox.found.get()
        let house = try await NetworkHouse.open(sandbox)
        let failing = SandboxCommand(["bash", "-c", "seq 1 40000; echo no configuration >&2; exit 2"])
        let service = try ServiceProcess.start(failing, in: house, of: sandbox)
        #expect(await service.outcome().end == .exited(2))
        #expect(!service.isRunning)
        #expect(service.log.utf8.count == 64 << 10)
        #expect(service.log.hasSuffix("\n40000\nno configuration\n"))
        house.close()
        let late = try await TestSandbox.bash(":") { $0.network = .house(house) }
        #expect(late.end == .notStarted(reason: "the network of its services was closed"))
    }
}
