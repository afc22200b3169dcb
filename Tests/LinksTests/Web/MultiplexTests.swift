import TestSupport
import Testing

@testable import Links

/// HTTP/2 over TLS: many requests on one connection, and verdicts that are no other than those of HTTP/1.1.
@Suite(.serialized) struct MultiplexTests {
    private func asking() throws -> Asking {
        let asking = try Asking("allow: [localhost]\nrate: 1000\nhosts: {localhost: {concurrency: 50}}")
        try asking.needs("two")
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

    /// What a server does wrong behind nginx: it passes on what it can, and breaks the stream off where it can't.
    @Test(arguments: [
        FaultTests.Case("/cut/body", .interrupted), FaultTests.Case("/cut/chunks", .interrupted),
        FaultTests.Case("/length/long", .interrupted), FaultTests.Case("/encoding/garbage", .encoding),
        FaultTests.Case("/encoding/unknown", .encoding), FaultTests.Case("/encoding/half", .interrupted),
        FaultTests.Case("/encoding/bomb", nil), FaultTests.Case("/endless/body", nil),
        FaultTests.Case("/endless/chunks", nil), FaultTests.Case("/slam", .closed),
    ])
    func faults(expected: FaultTests.Case) async throws {
        let asking = try asking()
        #expect(try await outcome(expected.path, ["top"], by: asking).verdict == expected.verdict)
        // What broke off takes nothing along.
        #expect(try await outcome("/status/200/two-beside", by: asking).verdict == .good)
    }

    @Test func whatPassesIsAskedAgain() async throws {
        let asking = try Asking("allow: [localhost]\nretries: 3")
        try asking.needs("two")
        #expect(try await outcome("/flaky/2/503/two", by: asking).verdict == .good)
        #expect(try await outcome("/flaky/1/429/two?retry-after=1", by: asking).verdict == .good)
    }

    /// A stream that is silent is given up alone: others of its connection go on.
    @Test func aStreamThatHangs() async throws {
        let asking = try Asking(
            "allow: [localhost]\nhosts: {localhost: {concurrency: 20}}",
            limits: "{connect: 20s, first-byte: 3s, whole: 60s}")
        try asking.needs("two")
        try await withThrowingTaskGroup(of: (String, Verdict).self) { group in
            for path in ["/hang/status/two", "/hang/body/two"] + (0..<10).map({ "/status/200/two-hang-\($0)" }) {
                group.addTask { (path, try await outcome(path, ["top"], by: asking).verdict) }
            }
            for try await (path, verdict) in group where !path.hasPrefix("/status") {
                let isStatus = path.hasPrefix("/hang/status")
                #expect(verdict == .broken(.noAnswer(isStatus ? .timeout(.firstByte) : .tooSlow)), "\(path)")
            }
        }
        #expect(try await outcome("/status/200/two-hung", by: asking).verdict == .good)
    }
}
