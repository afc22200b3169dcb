import Synchronization
import TestSupport
import Testing

@testable import Links

/// Names that lead to this machine: what a name resolves to is looked at when the socket is opened, and not before.
@Suite(.serialized) struct ResolutionTests {
    /// Where a name leads, look-up by look-up; and how often it was looked up.
    private final class Names: Sendable {
        private let answers: [String]
        private let state = Mutex(0)
        var lookups: Int { state.withLock { $0 } }

        init(_ answers: [String]) { self.answers = answers }

        func next() -> String {
            state.withLock { count in
                defer { count += 1 }
                return answers[min(count, answers.count - 1)]
            }
        }
    }

    /// Asks in an internet where 127.0.0.1 is a public address, 127.0.0.2 is not, and `harbour.dev` leads where a test says.
    private func asking(_ names: Names, _ settings: String = "allow: [printer.local]") throws -> Asking {
        let internet = ClientLoop.Internet(
            address: { $0 == "harbour.dev" || $0.hasPrefix("xn--") ? names.next() : nil },
            privacy: { $0.description == "127.0.0.1" ? nil : $0.privacy })
        return try Asking(settings, internet: internet)
    }

    private let refused = Verdict.broken(.noAnswer(.privateAddress(NetworkAddress(bytes: [127, 0, 0, 2]))))

    @Test func aNameOfAPrivateAddress() async throws {
        let asking = try asking(Names(["127.0.0.2"]))
        #expect(try await asking.verdict("/status/200/by-name", "other", host: "harbour.dev") == refused)
        #expect(try asking.server.requests(to: "/status/200/by-name").isEmpty)
        let allowed = try self.asking(Names(["127.0.0.2"]), "allow: [harbour.dev]")
        #expect(try await allowed.verdict("/status/200/by-name", "other", host: "harbour.dev") == .good)
    }

    /// The first look-up is public, and the next one leads inside: by a redirect of the name to itself.
    @Test(arguments: [("http", "web"), ("https", "tls")])
    func aNameThatLeadsElsewhereBehindARedirect(scheme: String, door: String) async throws {
        let names = Names(["127.0.0.1", "127.0.0.2"])
        let asking = try asking(names)
        let inside = asking.server.address("/status/200/inside-\(door)", "other", host: "harbour.dev")
        let path = "/redirect/302/inside?to=\(inside)"
        #expect(try await asking.verdict(path, door, scheme: scheme, host: "harbour.dev") == refused)
        #expect(names.lookups == 2)
        #expect(try asking.server.requests(to: "/status/200/inside-\(door)").isEmpty)
    }

    /// The same between two tries of one address.
    @Test(arguments: [("http", "web"), ("https", "tls")])
    func aNameThatLeadsElsewhereWhenItIsTriedAgain(scheme: String, door: String) async throws {
        let names = Names(["127.0.0.1", "127.0.0.2"])
        let asking = try asking(names, "allow: [printer.local]\nretries: 3")
        let path = "/cut/start/again-\(door)"
        #expect(try await asking.verdict(path, door, scheme: scheme, host: "harbour.dev") == refused)
        #expect(try asking.server.requests(to: path).count == 1)
    }

    /// Of several addresses each is looked at: the first refuses, and the next one is inside.
    @Test func aNameOfSeveralAddresses() async throws {
        let asking = try asking(Names(["127.0.0.1,127.0.0.2"]))
        #expect(try await asking.verdict("/status/200/several", "other", host: "harbour.dev") == refused)
        #expect(try asking.server.requests(to: "/status/200/several").isEmpty)
    }

    @Test func namesOfOtherAlphabetsArrive() async throws {
        let asking = try asking(Names(["127.0.0.1"]))
        #expect(try await asking.verdict("/status/200/books", host: "b\u{FC}cher.dev") == .good)
        let host = try asking.server.requests(to: "/status/200/books").first?.header("host")
        #expect(host == "xn--bcher-kva.dev:\(asking.server.port("web"))")
    }

    /// Nothing can be got from such a host, so its other addresses need not be asked.
    @Test func aHostThatRefusesIsAskedOnce() async throws {
        let names = Names(["127.0.0.1"])
        let asking = try asking(names)
        for path in ["/a", "/b"] {
            #expect(
                try await asking.verdict(path, "closed", host: "harbour.dev") == .broken(.noAnswer(.connection)))
        }
        #expect(names.lookups == 1)
    }
}
