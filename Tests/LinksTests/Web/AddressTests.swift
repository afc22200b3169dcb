import TestSupport
import Testing

@testable import Links

/// Addresses that lead nowhere, or are written so that nobody could.
@Suite(.serialized) struct AddressTests {
    /// `.invalid` is reserved never to resolve (RFC 6761); without a network no name does.
    @Test(arguments: [
        ("nothing.invalid", "nothing.invalid"), ("b\u{FC}cher.invalid", "xn--bcher-kva.invalid"),
        // As it stands in a page that was made from Markdown.
        ("b%C3%BCcher.invalid", "xn--bcher-kva.invalid"), ("under_score.invalid", "under_score.invalid"),
    ])
    func namesThatDoNotResolve(written: String, name: String) async throws {
        #expect(try WebAddress("http://\(written)/").host == name)
        #expect(try await Asking().outcome("http://\(written)/").verdict == .broken(.noAnswer(.name)))
    }

    @Test func encodedOnesArriveAsTheyWereWritten() async throws {
        let asking = try Asking()
        for path in [
            "/status/200/a%20b", "/status/200/%2F%2e%2e", "/status/200/caf%C3%A9?q=%26&r=+", "/status/200/(a)'!*;:@",
        ] {
            #expect(try await asking.verdict(path) == .good)
            #expect(try asking.server.requests(to: path).count == 1, "\(path)")
        }
    }

    @Test func veryLongOnes() async throws {
        let asking = try Asking()
        #expect(try await asking.verdict("/status/200/" + String(repeating: "a", count: 7000)) == .good)
    }

    @Test func theSixthVersion() async throws {
        let asking = try Asking("allow: [\"[::1]\"]")
        if !asking.server.has("six") { try Test.cancel("there is no IPv6 here") }
        let verdict = try await asking.verdict("/status/200", "six")
        #expect(verdict == .good, "\(verdict)")
    }
}
