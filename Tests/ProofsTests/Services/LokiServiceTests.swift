import Configuration
import Diagnostics
import Foundation
import Proofs
import TestSupport
import Testing

/// Snippets reach the stand-in under its name, find the dataset's lines at the present, and each group finds it fresh.
@Suite(.enabled("bubblewrap can't make a sandbox here") { await Bench.hasSandbox }) struct LokiServiceTests {
    @Test func linesOfTheDatasetAreThereUnderTheServicesName() async throws {
        let bench = try Bench(
            configuration:
                "datasets: {lamp: {files: [lamp.jsonl], now: 2026-03-01T20:00:10Z}}\nservices: {loki: {data: lamp}}",
            files: [
                "lamp.jsonl": #"{"labels":{"app":"lamp"},"ts":"1772395205000000000","line":"turns"}"#
            ])
        let room = try await bench.workbench.services.open(["loki"], on: bench.workbench)
        let sandbox = try await bench.workbench.sandbox.get()
        var command = SandboxCommand([
            "curl", "-sSG", "http://loki:3100/loki/api/v1/query_range", "--data-urlencode", #"query={app="lamp"}"#,
        ])
        room.admit(&command)
        let outcome = await sandbox.run(command)
        #expect(outcome.outputText.contains(#""turns""#), "\(outcome.outputText) \(outcome.errorText)")
        #expect(room.tools == ["Galley's stand-in for Loki"])

        var push = SandboxCommand([
            "bash", "-c",
            #"curl -sSf -H 'Content-Type: application/json' http://loki:3100/loki/api/v1/push --data-raw "{\"streams\":[{\"stream\":{\"app\":\"lamp\"},\"values\":[[\"$(date +%s%N)\",\"out\"]]}]}""#,
        ])
        room.admit(&push)
        #expect(await sandbox.run(push).isSuccess)
        #expect(await sandbox.run(command).outputText.contains(#""out""#))

        let next = try await bench.workbench.services.open(["loki"], on: bench.workbench)
        next.admit(&command)
        let fresh = await sandbox.run(command).outputText
        #expect(fresh.contains(#""turns""#) && !fresh.contains(#""out""#))
        await bench.workbench.close()
    }

    @Test func aDatasetThatIsMissingIsToldInWords() async throws {
        let bench = try Bench(configuration: "services: {loki: {data: lamp}}", files: [:])
        await #expect(throws: SandboxUnavailable(reason: "`services.loki.data` names no dataset: `lamp`")) {
            _ = try await bench.workbench.services.open(["loki"], on: bench.workbench)
        }
        await bench.workbench.close()
    }
}
