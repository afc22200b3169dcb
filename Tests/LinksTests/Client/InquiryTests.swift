import Configuration
import Synchronization
import Testing

@testable import Links

/// What addresses of a server on this machine turn out to be.
@Suite struct InquiryTests {
    private func inquiry(_ yaml: String = "allow: [127.0.0.1]", token: String? = nil) throws -> Inquiry {
        let settings = try SampleLinks.settings(yaml).settings
        let policies = HostPolicies(settings) { $0 == "TOKEN" ? token : nil }
        return Inquiry(
            settings, policies: policies, client: WebClient(timeouts: settings.timeouts, agent: "Galley/test"))
    }

    private func outcome(
        _ address: String, _ fragments: Set<String> = [], by inquiry: Inquiry
    ) async throws -> Inquiry.Outcome {
        await inquiry.outcome(of: .init(address: try WebAddress(address), fragments: fragments))
    }

    @Test func headIsEnoughWhereItIsAnswered() async throws {
        let server = try TinyServer { TinyServer.page($0, "") }
        let outcome = try await outcome("http://127.0.0.1:\(server.port)/", by: inquiry())
        #expect(outcome.verdict == .good)
        #expect(server.requests.map(\.method) == ["HEAD"])
        #expect(server.requests[0].headers["user-agent"] == "Galley/test")
        #expect(server.requests[0].headers["accept-encoding"] == nil)
    }

    @Test func getIsAskedWhereHeadIsNotAnswered() async throws {
        let server = try TinyServer { TinyServer.answer($0.method == "HEAD" ? 405 : 200) }
        let inquiry = try inquiry()
        #expect(try await outcome("http://127.0.0.1:\(server.port)/a", by: inquiry).verdict == .good)
        #expect(try await outcome("http://127.0.0.1:\(server.port)/b", by: inquiry).verdict == .good)
        // The second time it is known.
        #expect(server.requests.map(\.method) == ["HEAD", "GET", "GET"])
    }

    @Test func aMissingPageIsBroken() async throws {
        let server = try TinyServer { _ in TinyServer.answer(404) }
        let outcome = try await outcome("http://127.0.0.1:\(server.port)/", by: inquiry())
        #expect(outcome.verdict == .broken(.status(404)))
    }

    @Test(arguments: [401, 403, 429, 999])
    func wallsAreUnverifiable(status: Int) async throws {
        let server = try TinyServer { _ in TinyServer.answer(status) }
        let outcome = try await outcome(
            "http://127.0.0.1:\(server.port)/", by: inquiry("{allow: [127.0.0.1], retries: 0}"))
        #expect(outcome.verdict == .unverifiable(status: status))
    }

    @Test func aStatusMayBeAccepted() async throws {
        let server = try TinyServer { _ in TinyServer.answer(418) }
        let yaml = "{allow: [127.0.0.1], hosts: {127.0.0.1: {accept: [410-420]}}}"
        #expect(try await outcome("http://127.0.0.1:\(server.port)/", by: inquiry(yaml)).verdict == .good)
    }

    @Test func whatFailsOnceIsAskedAgain() async throws {
        let counter = Counter()
        let server = try TinyServer { _ in TinyServer.answer(counter.next() < 2 ? 429 : 200, ["Retry-After: 0"]) }
        #expect(try await outcome("http://127.0.0.1:\(server.port)/", by: inquiry()).verdict == .good)
        #expect(server.requests.count == 3)
    }

    @Test func redirectsAreFollowedAndTold() async throws {
        let server = try TinyServer { request in
            switch request.path {
            case "/a": TinyServer.answer(301, ["Location: /b"])
            case "/b": TinyServer.answer(308, ["Location: c?d"])
            case "/t": TinyServer.answer(301, ["Location: /u"])
            case "/u": TinyServer.answer(302, ["Location: /c?d"])
            default: TinyServer.answer(200)
            }
        }
        let base = "http://127.0.0.1:\(server.port)"
        let inquiry = try inquiry()
        #expect(
            try await outcome(base + "/a", by: inquiry).verdict == .redirected(to: base + "/c?d", isPermanent: true))
        #expect(
            try await outcome(base + "/t", by: inquiry).verdict == .redirected(to: base + "/c?d", isPermanent: false))
    }

    @Test(arguments: [
        ("/x", "file:///etc/passwd"), ("/x", "http://10.0.0.1/"), ("/x", "http://localhost:1/"), ("/x", "http://"),
    ])
    func redirectsToNowhereAreNotFollowed(path: String, location: String) async throws {
        let server = try TinyServer { _ in TinyServer.answer(302, ["Location: \(location)"]) }
        let verdict = try await outcome("http://127.0.0.1:\(server.port)\(path)", by: inquiry()).verdict
        guard case .broken(.redirectRefused) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(server.requests.count == 1)
    }

    @Test func circlesAndLongChainsEnd() async throws {
        let server = try TinyServer { request in
            if request.path == "/loop" { return TinyServer.answer(302, ["Location: /loop"]) }
            return TinyServer.answer(302, ["Location: \(request.path)x"])
        }
        let base = "http://127.0.0.1:\(server.port)"
        let inquiry = try inquiry("{allow: [127.0.0.1], redirects: 4}")
        #expect(try await outcome(base + "/loop", by: inquiry).verdict == .broken(.redirectLoop(base + "/loop")))
        #expect(try await outcome(base + "/a", by: inquiry).verdict == .broken(.tooManyRedirects(4)))
    }

    @Test func cookiesLiveAsLongAsTheRun() async throws {
        let server = try TinyServer { request in
            request.headers["cookie"] == "seen=1"
                ? TinyServer.answer(200) : TinyServer.answer(302, ["Location: \(request.path)", "Set-Cookie: seen=1"])
        }
        let verdict = try await outcome("http://127.0.0.1:\(server.port)/a", by: inquiry()).verdict
        #expect(verdict == .redirected(to: "http://127.0.0.1:\(server.port)/a", isPermanent: false))
    }

    @Test func thisMachineIsNotAskedUnlessItIsNamed() async throws {
        let server = try TinyServer { _ in TinyServer.answer(200) }
        let verdict = try await outcome("http://127.0.0.1:\(server.port)/", by: inquiry("{}")).verdict
        guard case .broken(.noAnswer(.privateAddress(let peer))) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(peer.description == "127.0.0.1")
        #expect(server.requests.isEmpty)
    }

    @Test func aTokenGoesToItsHostAndNowhereElse() async throws {
        let other = try TinyServer { _ in TinyServer.answer(200) }
        let server = try TinyServer { _ in TinyServer.answer(302, ["Location: http://localhost:\(other.port)/"]) }
        let yaml = "{allow: [127.0.0.1, localhost], hosts: {127.0.0.1: {token: TOKEN, headers: {X-Own: 'yes'}}}}"
        let verdict = try await outcome(
            "http://127.0.0.1:\(server.port)/", by: inquiry(yaml, token: "s3cret")
        ).verdict
        #expect(verdict == .redirected(to: "http://localhost:\(other.port)/", isPermanent: false))
        #expect(server.requests[0].headers["authorization"] == "Bearer s3cret")
        #expect(server.requests[0].headers["x-own"] == "yes")
        #expect(other.requests[0].headers["authorization"] == nil)
        #expect(other.requests[0].headers["x-own"] == nil)
    }

    @Test func anchorsAreLookedForInThePage() async throws {
        let html = "<h1 id=retention>R</h1><a name='old'></a><h2 id='user-content-gh'>G</h2>"
        let server = try TinyServer { TinyServer.page($0, html) }
        let outcome = try await outcome(
            "http://127.0.0.1:\(server.port)/", ["retention", "old", "gh", "retension", "top", "/route", "L10"],
            by: inquiry())
        #expect(outcome.verdict == .good)
        #expect(outcome.missing == ["retension": "retention"])
        #expect(server.requests.map(\.method) == ["GET"])
    }

    @Test(arguments: ["text/plain", "application/pdf"])
    func anchorsOfOtherFilesAreNotKnown(type: String) async throws {
        let server = try TinyServer { _ in TinyServer.answer(200, ["Content-Type: \(type)"], body: "<p id=a>") }
        #expect(try await outcome("http://127.0.0.1:\(server.port)/", ["x"], by: inquiry()).missing.isEmpty)
    }

    @Test func pagesWithoutAnyIdAreMadeByScripts() async throws {
        let server = try TinyServer { TinyServer.page($0, "<div></div><script src=app.js></script>") }
        #expect(try await outcome("http://127.0.0.1:\(server.port)/", ["x"], by: inquiry()).missing.isEmpty)
    }

    @Test func aHostThatRefusesIsAskedOnce() async throws {
        // A port that was just given back.
        let port = try TinyServer { _ in "" }.port
        let inquiry = try inquiry("{allow: [127.0.0.1], retries: 0}")
        for path in ["/a", "/b"] {
            let verdict = try await outcome("http://127.0.0.1:\(port)\(path)", by: inquiry).verdict
            #expect(verdict == .broken(.noAnswer(.connection)))
        }
    }

    @Test(arguments: [
        ("", WebFailure.closed), ("garbage without end\r\n\r\n", .notHTTP),
        ("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", .interrupted),
        ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello", .encoding),
    ])
    func brokenAnswersHaveTheirCause(bytes: String, cause: WebFailure) async throws {
        let server = try TinyServer { _ in bytes }
        let verdict = try await outcome(
            "http://127.0.0.1:\(server.port)/", ["x"], by: inquiry("{allow: [127.0.0.1], retries: 0}")
        ).verdict
        #expect(verdict == .broken(.noAnswer(cause)))
    }

    @Test func headersWithoutEndAreCutOff() async throws {
        let server = try TinyServer { _ in
            "HTTP/1.1 200 OK\r\n" + String(repeating: "X-A: \(String(repeating: "a", count: 1000))\r\n", count: 400)
        }
        let verdict = try await outcome(
            "http://127.0.0.1:\(server.port)/", ["x"], by: inquiry("{allow: [127.0.0.1], retries: 0}")
        ).verdict
        #expect(verdict == .broken(.noAnswer(.headersTooLarge)))
    }

    @Test func bodiesAreReadToTheirBound() async throws {
        let server = try TinyServer { TinyServer.page($0, "<p id=a>" + String(repeating: "x", count: 300_000)) }
        let outcome = try await outcome(
            "http://127.0.0.1:\(server.port)/", ["b"], by: inquiry("{allow: [127.0.0.1], body: 100 kB}"))
        #expect(outcome.verdict == .good)
        #expect(outcome.missing.isEmpty, "its end was not read, so nobody knows")
    }
}

/// Counts what several threads do.
final class Counter: Sendable {
    private let state = Mutex(0)

    /// 0, then 1, and so on.
    func next() -> Int {
        state.withLock { count in
            defer { count += 1 }
            return count
        }
    }
}
