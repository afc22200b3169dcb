import TestSupport
import Testing

@testable import Links

@Suite(.serialized) struct RetryTests {
    @Test func headIsEnoughWhereItIsAnswered() async throws {
        let asking = try Asking()
        #expect(try await asking.verdict("/status/200/once") == .good)
        #expect(try asking.server.requests(to: "/status/200/once").map(\.method) == ["HEAD"])
    }

    @Test(arguments: [403, 404, 405, 501]) func getIsAskedWhereHeadIsRefused(status: Int) async throws {
        let asking = try Asking()
        #expect(try await asking.verdict("/head/\(status)/retry") == .good)
        #expect(try asking.server.requests(to: "/head/\(status)/retry").map(\.method) == ["HEAD", "GET"])
    }

    @Test func aHostThatDoesNotAnswerHeadIsKnownTheNextTime() async throws {
        let asking = try Asking()
        for path in ["/head/405/first", "/head/405/second"] { #expect(try await asking.verdict(path) == .good) }
        #expect(try asking.server.requests(to: "/head/405/first").map(\.method) == ["HEAD", "GET"])
        #expect(try asking.server.requests(to: "/head/405/second").map(\.method) == ["GET"])
    }

    /// What the settings say of a host's method is kept, also where another would do better.
    @Test func theMethodMayBeTheHosts() async throws {
        let get = try Asking("hosts: {127.0.0.1: {method: get}}")
        #expect(try await get.verdict("/head/405/get") == .good)
        #expect(try get.server.requests(to: "/head/405/get").map(\.method) == ["GET"])
        let head = try Asking("hosts: {127.0.0.1: {method: head}}")
        #expect(try await head.verdict("/head/405/head") == .broken(.status(405)))
        #expect(try head.server.requests(to: "/head/405/head").map(\.method) == ["HEAD"])
        // A page that is to be looked through has to be sent.
        let outcome = try await head.outcome(head.server.address("/page/anchors/head"), ["nowhere"])
        #expect(Set(outcome.missing.keys) == ["nowhere"])
    }

    @Test func aStatusMayBeAccepted() async throws {
        let asking = try Asking("hosts: {127.0.0.1: {accept: [410-420]}}")
        #expect(try await asking.verdict("/status/418/accepted") == .good)
        #expect(try await asking.verdict("/status/404/accepted") == .broken(.status(404)))
    }

    @Test(arguments: [401, 403, 429, 999]) func wallsAreUnverifiable(status: Int) async throws {
        #expect(try await Asking().verdict("/status/\(status)/wall") == .unverifiable(status: status))
    }

    @Test(arguments: [404, 410, 418, 451, 500, 502, 599]) func otherStatusesAreBroken(status: Int) async throws {
        #expect(try await Asking().verdict("/status/\(status)/broken") == .broken(.status(status)))
    }

    @Test(arguments: [429, 500, 502, 503, 504]) func whatPassesIsAskedAgain(status: Int) async throws {
        let asking = try Asking("retries: 3")
        #expect(try await asking.verdict("/flaky/2/\(status)/again") == .good)
        #expect(try asking.server.requests(to: "/flaky/2/\(status)/again").count >= 3)
    }

    @Test(arguments: ["1", "date:2"]) func theServersWaitIsKept(wait: String) async throws {
        let asking = try Asking("retries: 1")
        let start = ContinuousClock.now
        #expect(try await asking.verdict("/flaky/1/429/wait-\(wait)?retry-after=\(wait)") == .good)
        // A date has no parts of seconds, and begins anew with each.
        #expect(ContinuousClock.now - start >= .milliseconds(900))
    }

    @Test(arguments: ["86400", "date:86400", "-1", "soon", "99999999999999999999", "Mon, 99 Foo 2099 00:00:00 GMT", ""])
    func noServerCanHoldUpTheRun(wait: String) async throws {
        let asking = try Asking("retries: 1\nlongest-wait: 1s")
        let query = wait.replacing(" ", with: "%20")
        #expect(try await asking.verdict("/status/429/wait?retry-after=\(query)") == .unverifiable(status: 429))
    }

    /// Many that are put off all come to their turn, with no try more than each has.
    @Test func manyArePutOff() async throws {
        let asking = try Asking("retries: 1")
        let verdicts = try await withThrowingTaskGroup(of: Verdict.self) { group in
            for number in 0..<20 {
                group.addTask { try await asking.verdict("/flaky/1/429/pause-\(number)?retry-after=1") }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(verdicts == Array(repeating: .good, count: 20))
    }

    /// A server that asks one for a pause gets one from all who ask it, and of other hosts from nobody.
    @Test(arguments: ["3000", "date:3000"]) func aPauseIsTheHosts(wait: String) async throws {
        let asking = try Asking("allow: [127.0.0.1, 127.0.0.2]\nretries: 1\nlongest-wait: 1h")
        try await withThrowingTaskGroup(of: Void.self) { group in
            let address = try WebAddress(asking.server.address("/status/429/hour?retry-after=\(wait)"))
            group.addTask { _ = await asking.inquiry.outcome(of: .init(address: address)) }
            let end = try await pauseEnd(of: address.host, in: asking.inquiry.gate)
            #expect(ContinuousClock.now.duration(to: end) > .seconds(2000))
            #expect(try await asking.verdict("/status/200/beside-hour", "other") == .good)
            group.cancelAll()
        }
    }

    /// Waits until a host is paused.
    private func pauseEnd(of host: String, in gate: RequestGate) async throws -> ContinuousClock.Instant {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < Asking.patience {
            if let end = await gate.pauseEnd(of: host) { return end }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw NoPause()
    }

    private struct NoPause: Error {}
}
