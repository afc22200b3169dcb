import TestSupport
import Testing

@testable import Links

/// Servers that break off, flood, lie or speak garbage: over TLS as well as without.
@Suite(.serialized) struct FaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let verdict: Verdict
        var testDescription: String { path }

        init(_ path: String, _ failure: WebFailure?) {
            self.path = path
            verdict = failure.map { .broken(.noAnswer($0)) } ?? .good
        }
    }

    static let cases = [
        Case("/cut/start", .closed), Case("/cut/start?reset", .closed), Case("/cut/line", .closed),
        Case("/cut/headers", .interrupted), Case("/cut/body", .interrupted), Case("/cut/chunks", .interrupted),
        Case("/cut/body?reset", .interrupted),

        Case("/endless/headers", .headersTooLarge), Case("/endless/header", .headersTooLarge),
        Case("/endless/hints", .headersTooLarge), Case("/endless/body", nil), Case("/endless/chunks", nil),

        Case("/length/short", nil), Case("/length/long", .interrupted), Case("/length/negative", .notHTTP),
        Case("/length/words", .notHTTP), Case("/length/two", nil), Case("/length/vast", nil),

        Case("/encoding/garbage", .encoding), Case("/encoding/unknown", .encoding), Case("/encoding/bomb", nil),
        Case("/encoding/half", .interrupted), Case("/encoding/chunks", .interrupted),

        Case("/garbage/bytes", .notHTTP), Case("/garbage/version", .notHTTP), Case("/garbage/status", .notHTTP),
        Case("/garbage/old", .notHTTP), Case("/garbage/empty", .notHTTP), Case("/garbage/zero", .notHTTP),
        Case("/garbage/fields", .notHTTP),
    ]

    @Test(arguments: cases) func eachHasItsCause(expected: Case) async throws {
        let asking = try Asking("allow: [127.0.0.1, localhost]")
        #expect(try await asking.verdict(expected.path, fragments: ["top"]) == expected.verdict)
        #expect(
            try await asking.verdict(expected.path, "tls", scheme: "https", host: "localhost", fragments: ["top"])
                == expected.verdict, "over TLS")
    }

    /// What a server sends behind its answer is no answer to the next request of the connection.
    @Test(arguments: [("http", "web"), ("https", "tls")])
    func whatIsLeftOverSpoilsNoOtherAddress(scheme: String, door: String) async throws {
        let asking = try Asking("allow: [127.0.0.1, localhost]")
        for number in 0..<3 {
            #expect(
                try await asking.verdict("/surplus/\(number)", door, scheme: scheme, host: "localhost") == .good)
            let innocent = "/status/200/innocent-\(scheme)-\(number)"
            #expect(try await asking.verdict(innocent, door, scheme: scheme, host: "localhost") == .good)
            // Of a page that is looked through as well.
            #expect(
                try await asking.verdict("/surplus/\(number)/page", door, scheme: scheme, host: "localhost") == .good)
            let outcome = try await asking.outcome(
                asking.server.address("/page/anchors", door, scheme: scheme, host: "localhost"), ["named", "nowhere"])
            #expect(outcome.verdict == .good)
            #expect(Set(outcome.missing.keys) == ["nowhere"])
        }
    }

    @Test(arguments: [
        ("closed", WebFailure.connection), ("slam", .closed), ("banner", .notHTTP),
    ])
    func doors(door: String, failure: WebFailure) async throws {
        #expect(try await Asking().verdict("/", door) == .broken(.noAnswer(failure)))
    }

    /// The reset may come before the connection is made, or after it.
    @Test func aReset() async throws {
        let verdict = try await Asking().verdict("/", "reset")
        #expect(verdict == .broken(.noAnswer(.closed)) || verdict == .broken(.noAnswer(.connection)), "\(verdict)")
    }

    /// What is no answer is asked again with GET, and no more often than the settings say.
    @Test func tryingAgainHasAnEnd() async throws {
        let asking = try Asking("retries: 1")
        #expect(try await asking.verdict("/cut/start/tries") == .broken(.noAnswer(.closed)))
        let methods = try asking.server.requests(to: "/cut/start/tries").map(\.method)
        #expect(methods.count <= 6, "\(methods)")
        #expect(methods.contains("GET"))
    }
}
