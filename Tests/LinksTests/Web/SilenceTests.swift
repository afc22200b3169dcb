import TestSupport
import Testing

@testable import Links

/// Servers that keep a client waiting: each is given up within its limit, and told by the stage that it got to.
struct SilenceTests {
    /// Limits: a second for a connection and for the first byte, three for the whole.
    @Test(arguments: [
        ("full", "does not take the connection"), ("mute", "does not begin to answer"),
    ])
    func doorsThatStayShut(door: String, words: String) async throws {
        #expect(try await Asking().verdict("/", door) == .broken(.timeout(words)))
    }

    @Test(arguments: ["full", "mute"]) func doorsThatStayShutToTLS(door: String) async throws {
        #expect(
            try await Asking().verdict("/", door, scheme: "https") == .broken(.timeout("does not take the connection")))
    }

    @Test(arguments: ["/hang/status", "/hang/line"]) func silenceBeforeTheAnswer(path: String) async throws {
        #expect(try await Asking().verdict(path) == .broken(.timeout("does not begin to answer")))
    }

    @Test(arguments: ["/hang/headers", "/hang/body", "/drip/headers", "/drip/body"])
    func silenceInTheMiddle(path: String) async throws {
        for scheme in ["http", "https"] {
            let verdict = try await Asking().verdict(
                path, scheme == "https" ? "tls" : "web", scheme: scheme, host: "localhost")
            // Which of the two limits is met first is a matter of moments.
            let isOne = verdict == .broken(.tooSlow) || verdict == .broken(.timeout("does not end its answer"))
            #expect(isOne, "\(scheme) \(path): \(verdict)")
        }
    }

    /// One silent host takes no more than its places, and no other has to wait for it.
    @Test func otherHostsAreNotHeldUp() async throws {
        let asking = try Asking("timeouts: {connect: 20s, first-byte: 20s, whole: 20s}")
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                group.addTask {
                    _ = try await asking.outcome(asking.server.address("/hang/status/\(number)"))
                    return false
                }
            }
            group.addTask {
                let address = asking.server.address("/status/200", "tls", scheme: "https", host: "localhost")
                return try await asking.outcome(address).verdict == .good
            }
            #expect(try await group.next() == true)
            group.cancelAll()
        }
    }
}
