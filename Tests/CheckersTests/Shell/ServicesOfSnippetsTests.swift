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

    @Test(.enabled(if: isInstalled("/usr/sbin/nginx"), "nginx is not installed"))
    func nginxLetsALoginIn() async throws {
        var proving = proving("nginx")
        proving.files = [
            "nginx.conf": """
            events {}
            http {
              server {
                listen 8080;
                server_name harbour.example;
                auth_basic "Harbour";
                auth_basic_user_file /etc/nginx/harbour.htpasswd;
                location / { return 200 "ahoy\\n"; }
              }
            }

            """
        ]
        proving.configuration = "services: {nginx: {configuration: nginx.conf, netrc: /etc/harbour.netrc}}"
        let proof = try await proving("grep -c 'harbour.example login reader' /etc/harbour.netrc")
        #expect(proof.findings.isEmpty && proof.level == .executed, "\(proof)")
        #expect(proof.output.map { String(decoding: $0, as: UTF8.self) } == "1\n")
    }

    @Test(
        .enabled(if: isInstalled("/usr/sbin/nginx"), "nginx is not installed"),
        arguments: [
            ("configuration: none.conf", "`services.nginx.configuration` names no file that can be read"),
            ("configuration: broken.conf", "nginx does not get ready: "),
        ])
    func nginxThatCantBeginIsAShortfall(setting: String, reason: String) async throws {
        var proving = proving("nginx")
        proving.files = ["broken.conf": "server {\n  listen 8080;\n  lsten 1;\n}\n"]
        proving.configuration = "services: {nginx: {\(setting)}}"
        let proof = try await proving("curl -sS http://nginx:8080/")
        #expect(proof.level == .validated && proof.findings.isEmpty)
        #expect(proof.shortfall?.hasPrefix("not run: " + reason) == true, "\(proof.shortfall ?? "")")
    }

    /// The sandbox does not see the folder, so the program ends at once.
    @Test func prometheusThatEndsIsAShortfall() async throws {
        let folder = try TemporaryFolder(files: ["prometheus": "#!/bin/sh\necho 'no room' >&2; exit 1\n"])
        try folder.makeExecutable("prometheus")
        var proving = proving("prometheus")
        proving.path = folder.path + ":" + proving.path
        let proof = try await proving("curl -sf http://prometheus:9090/-/healthy")
        #expect(proof.level == .validated)
        #expect(
            proof.shortfall?.hasPrefix("not run: Prometheus does not get ready") == true, "\(proof.shortfall ?? "")")
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
