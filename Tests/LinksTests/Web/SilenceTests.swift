import TestSupport
import Testing

@testable import Links

/// Servers that keep a client waiting: each is given up within its limit, and told by the stage that it got to.
struct SilenceTests {
    /// Short, but long enough for what a server does at once, on a machine that does other things as well.
    private static let limits = "{connect: 4s, first-byte: 2s, whole: 6s}"

    private func verdict(_ path: String, _ door: String = "web", scheme: String = "http") async throws -> Verdict {
        try await Asking(limits: Self.limits).verdict(path, door, scheme: scheme)
    }

    @Test(arguments: [
        ("full", WebFailure.Stage.connect), ("mute", .firstByte),
    ])
    func doorsThatStayShut(door: String, stage: WebFailure.Stage) async throws {
        #expect(try await verdict("/", door) == .broken(.noAnswer(.timeout(stage))))
    }

    @Test(arguments: ["full", "mute"]) func doorsThatStayShutToTLS(door: String) async throws {
        // A handshake that begins late on a busy machine may meet the next limit first.
        let verdict = try await verdict("/", door, scheme: "https")
        guard case .broken(.noAnswer(.timeout)) = verdict else {
            Issue.record("\(verdict)")
            return
        }
    }

    /// The limit of connecting holds for the handshake as well: it ends long before the others would.
    @Test func aHandshakeThatHangs() async throws {
        let asking = try Asking(limits: "{connect: 1s, first-byte: 2000s, whole: 3000s}")
        let verdict = try await asking.verdict("/", "mute", scheme: "https")
        guard case .broken(.noAnswer(.timeout)) = verdict else {
            Issue.record("\(verdict)")
            return
        }
    }

    @Test(arguments: ["/hang/status", "/hang/line"], Asking.ways)
    func silenceBeforeTheAnswer(path: String, way: (scheme: String, door: String)) async throws {
        let asking = try Asking(limits: "{connect: 20s, first-byte: 2s, whole: 30s}")
        try asking.needs(way.door)
        let verdict = try await asking.verdict(path, way.door, scheme: way.scheme)
        #expect(verdict == .broken(.noAnswer(.timeout(.firstByte))))
    }

    /// A byte a second is told as what it is, and not waited for until all of the time is over.
    @Test(arguments: [("http", "web"), ("https", "tls")])
    func dripping(scheme: String, door: String) async throws {
        let asking = try Asking(limits: "{connect: 20s, first-byte: 3s, whole: 2000s}")
        let verdict = try await asking.verdict("/drip/body?every=1", door, scheme: scheme, fragments: ["top"])
        #expect(verdict == .broken(.noAnswer(.tooSlow)))
    }

    /// An answer that comes well enough, but has no end within the limit for all of it.
    @Test(arguments: [("http", "web"), ("https", "tls")])
    func tooLong(scheme: String, door: String) async throws {
        let asking = try Asking(limits: "{connect: 4s, first-byte: 60s, whole: 4s}")
        let verdict = try await asking.verdict("/drip/body?every=0.002", door, scheme: scheme, fragments: ["top"])
        #expect(verdict == .broken(.noAnswer(.timeout(.whole))))
    }

    @Test(
        arguments: ["/hang/headers", "/hang/body", "/drip/headers?every=0.2", "/drip/body"],
        [("http", "web"), ("https", "tls")])
    func silenceInTheMiddle(path: String, way: (scheme: String, door: String)) async throws {
        let verdict = try await verdict(path, way.door, scheme: way.scheme)
        // Which of the limits is met first is a matter of moments.
        switch verdict {
        case .broken(.noAnswer(.tooSlow)), .broken(.noAnswer(.timeout)): break
        default: Issue.record("\(verdict)")
        }
    }

    /// Over TLS as well, where requests wait for a connection that may be shared.
    @Test(arguments: [("http", "web"), ("https", "tls")])
    func aPageThatHangsTakesNoOtherOfItsHostAlong(scheme: String, door: String) async throws {
        let asking = try Asking(
            "hosts: {127.0.0.1: {concurrency: 20}}", limits: "{connect: 8s, first-byte: 8s, whole: 8s}")
        try await withThrowingTaskGroup(of: Verdict?.self) { group in
            group.addTask {
                _ = try await asking.verdict("/hang/status/beside-\(scheme)", door, scheme: scheme)
                return nil
            }
            // The others come when it is on its way.
            while try asking.server.requests(to: "/hang/status/beside-\(scheme)").isEmpty { await Task.yield() }
            for number in 0..<10 {
                group.addTask { try await asking.verdict("/status/200/beside-\(number)", door, scheme: scheme) }
            }
            for _ in 0..<10 {
                let verdict = try await group.next()
                #expect(verdict == .good)
            }
        }
    }

    /// One silent host takes no more than its places, and no other has to wait for it.
    @Test func otherHostsAreNotHeldUp() async throws {
        let asking = try Asking("allow: [127.0.0.1, localhost]", limits: "{connect: 8s, first-byte: 8s, whole: 8s}")
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                group.addTask {
                    _ = try await asking.outcome(asking.server.address("/hang/status/\(number)"))
                    return false
                }
            }
            group.addTask {
                let address = asking.server.address("/status/200", "tls", scheme: "https", host: "localhost")
                return try await asking.outcome(address).verdict == .good
            }
            let isFirst = try await group.next()
            #expect(isFirst == true)
        }
    }
}
