import TestSupport
import Testing

@testable import Links

/// HTTP/2 over TLS: many requests on one connection, and verdicts that are no other than those of HTTP/1.1.
struct MultiplexTests {
    private func asking() throws -> Asking {
        let asking = try Asking("allow: [localhost]\nrate: 1000\nhosts: {localhost: {concurrency: 50}}")
        if !asking.server.has("two") { try Test.cancel("there is no nginx here") }
        return asking
    }

    private func outcome(
        _ path: String, _ fragments: Set<String> = [], by asking: Asking
    ) async throws
        -> Inquiry.Outcome
    {
        try await asking.outcome(asking.server.address(path, "two", scheme: "https", host: "localhost"), fragments)
    }

    @Test func manyBesideEachOther() async throws {
        let asking = try asking()
        try await withThrowingTaskGroup(of: Verdict.self) { group in
            for number in 0..<40 {
                let path = number % 10 == 3 ? "/status/404/two-\(number)" : "/slow/0.05/two-\(number)"
                group.addTask { try await outcome(path, by: asking).verdict }
            }
            let verdicts = try await group.reduce(into: [Verdict: Int]()) { $0[$1, default: 0] += 1 }
            #expect(verdicts == [.good: 36, .broken(.status(404)): 4])
        }
        let requests = try asking.server.requests(to: "/slow/0.05/two-")
        #expect(requests.count >= 36)
        #expect(Set(requests.map { $0.header("x-protocol") }) == ["HTTP/2.0"])
    }

    @Test func verdictsAreTheSame() async throws {
        let asking = try asking()
        let moved = try await outcome("/redirect/301/two?to=/status/200/two", by: asking).verdict
        let end = asking.server.address("/status/200/two", "two", scheme: "https", host: "localhost")
        #expect(moved == .redirected(to: end, isPermanent: true))
        #expect(try await outcome("/head/405/two", by: asking).verdict == .good)
        let page = try await outcome("/page/zipped", ["named", "nowhere"], by: asking)
        #expect(page.verdict == .good)
        #expect(Set(page.missing.keys) == ["nowhere"])
        #expect(try await outcome("/slam", by: asking).verdict == .broken(.noAnswer(.closed)))
        #expect(try await outcome("/cut/body", ["x"], by: asking).verdict == .broken(.noAnswer(.interrupted)))
        // What broke off takes nothing along.
        #expect(try await outcome("/status/200/two-after", by: asking).verdict == .good)
    }
}
