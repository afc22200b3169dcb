import TestSupport
import Testing

@testable import Links

struct CertificateTests {
    @Test(arguments: ["localhost", "127.0.0.1"]) func aGoodOne(host: String) async throws {
        let asking = try Asking("allow: [127.0.0.1, localhost]")
        #expect(try await asking.verdict("/status/200", "tls", scheme: "https", host: host) == .good)
    }

    @Test(arguments: [
        ("expired", "has expired"), ("early", "is not valid yet"), ("wrong-name", "is for another name"),
        ("untrusted", "is signed by nobody who is trusted"), ("self-signed", "is signed by itself"),
    ])
    func badOnes(door: String, words: String) async throws {
        let asking = try Asking("allow: [127.0.0.1, localhost]")
        for host in ["localhost", "127.0.0.1"] {
            let verdict = try await asking.verdict("/status/200/certificate", door, scheme: "https", host: host)
            #expect(verdict == .broken(.certificate(words)), "\(host)")
        }
        // Nothing was asked of a server that is not who it says.
        #expect(try asking.server.requests(to: "/status/200/certificate").filter { $0.door == door }.isEmpty)
    }

    @Test func anAuthorityThatNobodyNamed() async throws {
        let verdict = try await Asking(trusting: false).verdict("/status/200", "tls", scheme: "https")
        #expect(verdict == .broken(.certificate("is signed by nobody who is trusted")))
    }

    @Test func aServerThatCloses() async throws {
        #expect(try await Asking().verdict("/", "slam", scheme: "https") == .broken(.closed))
    }

    @Test(arguments: ["plain", "banner", "alert"]) func noTLS(door: String) async throws {
        #expect(try await Asking().verdict("/", door, scheme: "https") == .broken(.handshake))
    }
}
