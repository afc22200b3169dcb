import Foundation
import Proofs
import TestSupport
import Testing

@testable import Checkers

/// Scripts that talk to services.
@Suite(.serialized, .enabled("no sandbox can be made here") { await Proving.hasSandbox }) struct ServicesOfSnippetsTests
{
    private func proving(_ needs: String...) -> Proving {
        var proving = Proving("bash")
        proving.request.needs = needs.map { .init($0, at: Origins.nowhere) }
        return proving
    }

    private static func isInstalled(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

    @Test(.enabled(if: isInstalled("/usr/bin/prometheus"), "prometheus is not installed"))
    func prometheusAnswers() async throws {
        let proof = try await proving("prometheus")("curl -sf http://prometheus:9090/-/healthy")
        #expect(proof.findings.isEmpty && proof.level == .executed, "\(proof.shortfall ?? "")")
        #expect(proof.output.map { String(decoding: $0, as: UTF8.self) }?.contains("Healthy") == true)
        #expect(proof.tools.contains { $0.hasPrefix("prometheus ") })
    }

    @Test(.enabled(if: isInstalled("/usr/sbin/nginx"), "nginx is not installed"))
    func nginxAnswersOnItsOwnConfiguration() async throws {
        var proving = proving("nginx")
        proving.files = [
            "nginx.conf": """
            events {}
            http {
              server {
                listen 8080;
                server_name harbour.example;
                location / { return 200 "ahoy\\n"; }
              }
            }
            """
        ]
        proving.configuration = "services: {nginx: {configuration: nginx.conf}}"
        let proof = try await proving("curl -sS http://harbour.example:8080/")
        #expect(
            proof.findings.isEmpty && proof.level == .executed,
            "\(proof.shortfall ?? "") \(proof.findings.map(\.message))")
        #expect(proof.output.map { String(decoding: $0, as: UTF8.self) } == "ahoy\n")
        #expect(proof.tools.contains { $0.hasPrefix("nginx") })
    }

    @Test func oneWithoutItsProgramIsAShortfall() async throws {
        var proving = proving("prometheus")
        let tools = try TemporaryFolder(files: [:])
        for name in ["bash", "bwrap", "nsenter", "shellcheck", "curl"] {
            try FileManager.default.createSymbolicLink(
                atPath: tools.path + "/" + name, withDestinationPath: "/usr/bin/" + name)
        }
        proving.path = tools.path
        let proof = try await proving("curl -sf http://prometheus:9090/-/healthy")
        #expect(proof.level == .validated && proof.findings.isEmpty)
        #expect(proof.shortfall?.hasPrefix("not run: prometheus is not installed") == true, "\(proof.shortfall ?? "")")
        var nginx = self.proving("nginx")
        nginx.configuration = "services: {nginx: {configuration: none.conf}}"
        let none = try await nginx("curl -sS http://nginx/")
        #expect(none.level == .validated && none.shortfall?.contains("nginx") == true, "\(none.shortfall ?? "")")
    }
}
