import TestSupport
import Testing

@testable import Links

struct RetryTests {
    @Test(arguments: [403, 404, 405, 501]) func getIsAskedWhereHeadIsRefused(status: Int) async throws {
        let asking = try Asking()
        #expect(try await asking.verdict("/head/\(status)/retry") == .good)
        #expect(try asking.server.requests(to: "/head/\(status)/retry").map(\.method) == ["HEAD", "GET"])
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

    /// A host that asked for a pause gets one from all who wait, and not from each address anew.
    @Test func aPauseIsTheHosts() async throws {
        let asking = try Asking("retries: 2")
        let start = ContinuousClock.now
        let verdicts = try await withThrowingTaskGroup(of: Verdict.self) { group in
            for number in 0..<30 {
                group.addTask { try await asking.verdict("/flaky/1/503/pause-\(number)?retry-after=1") }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(verdicts.allSatisfy { $0 == .good }, "\(verdicts)")
        #expect(ContinuousClock.now - start < Asking.patience)
    }
}
