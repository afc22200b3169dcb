import TestSupport
import Testing

@testable import Links

@Suite(.serialized) struct CertificateTests {
    @Test(arguments: ["localhost", "127.0.0.1"]) func aGoodOne(host: String) async throws {
        let asking = try Asking("allow: [127.0.0.1, localhost]")
        #expect(try await asking.verdict("/status/200", "tls", scheme: "https", host: host) == .good)
    }

    @Test(arguments: [
        ("expired", WebFailure.Certificate.expired), ("early", .notYetValid), ("wrong-name", .otherName),
        ("untrusted", .notTrusted), ("self-signed", .selfSigned),
    ])
    func badOnes(door: String, fault: WebFailure.Certificate) async throws {
        let asking = try Asking("allow: [127.0.0.1, localhost]")
        for host in ["localhost", "127.0.0.1"] {
            let verdict = try await asking.verdict("/status/200/certificate", door, scheme: "https", host: host)
            #expect(verdict == .broken(.noAnswer(.certificate(fault))), "\(host)")
        }
        // Nothing was asked of a server that is not who it says.
        #expect(try asking.server.requests(to: "/status/200/certificate").filter { $0.door == door }.isEmpty)
    }

    @Test func anAuthorityThatNobodyNamed() async throws {
        let verdict = try await Asking(trusting: false).verdict("/status/200", "tls", scheme: "https")
        #expect(verdict == .broken(.noAnswer(.certificate(.notTrusted))))
    }

    @Test func aServerThatCloses() async throws {
        #expect(try await Asking().verdict("/", "slam", scheme: "https") == .broken(.noAnswer(.closed)))
    }

    @Test(arguments: ["plain", "banner", "alert"]) func noTLS(door: String) async throws {
        #expect(try await Asking().verdict("/", door, scheme: "https") == .broken(.noAnswer(.handshake)))
    }
}
