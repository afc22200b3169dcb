import TestSupport
import Testing

@testable import Links

/// Tokens and headers of a host reach that host, and no other, however a server sends the client about.
@Suite(.serialized) struct SecretTests {
    private static let settings = """
        allow: [127.0.0.1, 127.0.0.2, localhost]
        hosts: {127.0.0.1: {token: TOKEN, headers: {X-Own: mine}}}
        """

    private func headers(to target: String, at door: String) throws -> [String?] {
        let requests = try WebServer.shared.requests(to: target).filter { $0.door == door }
        try #require(!requests.isEmpty)
        return requests.flatMap { [$0.header("authorization"), $0.header("x-own")] }
    }

    @Test(arguments: [301, 302, 303, 307, 308]) func redirectToAnotherHost(status: Int) async throws {
        let asking = try Asking(Self.settings, token: "s3cret")
        let target = "/status/200/secret-\(status)"
        for location in [asking.server.address(target, "other"), asking.server.address(target, host: "localhost")] {
            let verdict = try await asking.verdict("/redirect/\(status)/secret?to=\(location)")
            guard case .redirected = verdict else {
                Issue.record("\(verdict)")
                continue
            }
        }
        // A request that a busy machine answers too late is asked again, with the same headers.
        let own = try headers(to: "/redirect/\(status)/secret", at: "web")
        #expect(own.count >= 4 && Set(own) == ["Bearer s3cret", "mine"], "\(own)")
        #expect(try headers(to: target, at: "other").allSatisfy { $0 == nil })
        #expect(try headers(to: target, at: "web").allSatisfy { $0 == nil })
    }

    @Test func thereAndBackAgain() async throws {
        let asking = try Asking(Self.settings, token: "s3cret")
        let back = asking.server.address("/status/200/secret-back")
        let there = asking.server.address("/redirect/302/secret-there?to=\(back)", "other")
        _ = try await asking.verdict("/redirect/302/secret-here?to=\(there)")
        #expect(try headers(to: "/redirect/302/secret-there", at: "other").allSatisfy { $0 == nil })
        #expect(try headers(to: "/status/200/secret-back", at: "web") == ["Bearer s3cret", "mine"])
    }

    @Test func noVerdictTellsIt() async throws {
        let asking = try Asking(Self.settings, token: "s3cret")
        for path in ["/status/404", "/garbage/bytes", "/loop/secret", "/redirect/302?to=file:///x", "/cut/headers"] {
            let verdict = try await asking.verdict(path)
            #expect(!"\(verdict)".contains("s3cret"), "\(path)")
        }
    }

    @Test func theClientSaysWhoItIs() async throws {
        let asking = try Asking()
        _ = try await asking.verdict("/status/200/who")
        let request = try #require(try asking.server.requests(to: "/status/200/who").first)
        #expect(request.header("user-agent") == "Galley/test")
        #expect(request.header("referer") == nil)
        #expect(request.header("accept-encoding") == nil, "of HEAD")
    }
}
