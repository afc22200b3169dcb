import TestSupport
import Testing

@testable import Links

@Suite(.serialized) struct RedirectTests {
    private func escaped(_ address: String) -> String {
        address.utf8.map { byte in
            let isPlain = (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
            return isPlain ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
        }.joined()
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    @Test(arguments: [(301, true), (302, false), (303, false), (307, false), (308, true)])
    func eachKind(status: Int, isPermanent: Bool) async throws {
        let asking = try Asking()
        #expect(
            try await asking.verdict("/redirect/\(status)?to=/status/200/kind")
                == .redirected(to: asking.server.address("/status/200/kind"), isPermanent: isPermanent))
    }

    @Test(arguments: [
        ("relative", "/redirect/here/relative"), ("../../status/200/up", "/status/200/up"),
        ("?x=1", "/redirect/302/rel?x=1"),
    ])
    func relativeOnes(location: String, path: String) async throws {
        let asking = try Asking()
        _ = try await asking.verdict("/redirect/302/rel?to=\(escaped(location))")
        let wanted = path.replacing("/redirect/here/", with: "/redirect/302/")
        #expect(try asking.server.requests(to: wanted).isEmpty == false, "\(wanted)")
    }

    @Test func oneForNowMakesAllForNow() async throws {
        let asking = try Asking()
        let end = asking.server.address("/status/200/end")
        let behind = "/redirect/302/behind?to=/status/200/end"
        #expect(
            try await asking.verdict("/redirect/301/mixed?to=\(escaped(behind))")
                == .redirected(to: end, isPermanent: false))
        let lasting = "/redirect/308/behind?to=/status/200/end"
        #expect(
            try await asking.verdict("/redirect/301/lasting?to=\(escaped(lasting))")
                == .redirected(to: end, isPermanent: true))
    }

    @Test(arguments: Asking.ways) func chains(scheme: String, door: String) async throws {
        let asking = try Asking("redirects: 10")
        try asking.needs(door)
        func verdict(_ path: String) async throws -> Verdict {
            try await asking.verdict(path, door, scheme: scheme)
        }
        let end = asking.server.address("/chain/0/chains-\(door)", door, scheme: scheme)
        #expect(try await verdict("/chain/10/chains-\(door)") == .redirected(to: end, isPermanent: false))
        #expect(try await verdict("/chain/30/chains-\(door)") == .broken(.tooManyRedirects(10)))
        #expect(try await verdict("/endless/redirects/1/chains-\(door)") == .broken(.tooManyRedirects(10)))
        // Neither was followed a step further than that.
        #expect(try asking.server.requests(to: "/chain/19/chains-\(door)").isEmpty)
        #expect(try asking.server.requests(to: "/endless/redirects/12/chains-\(door)").isEmpty)
    }

    @Test(arguments: Asking.ways) func circles(scheme: String, door: String) async throws {
        let asking = try Asking()
        try asking.needs(door)
        let verdict = try await asking.verdict("/loop/circles-\(door)", door, scheme: scheme)
        guard case .broken(.redirectLoop) = verdict else {
            Issue.record("\(verdict)")
            return
        }
    }

    /// Neither to a file nor into this machine, however well the host that says so is known.
    @Test(
        arguments: [
            "file:///etc/passwd", "ftp://localhost/", "javascript:alert(1)", "http://127.0.0.1/", "https://[::1]/",
            "//127.0.0.1/", "https://10.0.0.1/", "http://169.254.169.254/latest/meta-data",
        ], Asking.waysOverTLS)
    func nowhereToGoOverTLS(location: String, way: (scheme: String, door: String)) async throws {
        let asking = try Asking("allow: [localhost]")
        try asking.needs(way.door)
        let path = "/redirect/302/nowhere?to=\(escaped(location))"
        let verdict = try await asking.verdict(path, way.door, scheme: way.scheme, host: "localhost")
        guard case .broken(.redirectRefused) = verdict else {
            Issue.record("\(location): \(verdict)")
            return
        }
    }

    /// A server of this machine that is there, and is not asked.
    @Test(arguments: Asking.waysOverTLS) func toLoopbackOverTLS(scheme: String, door: String) async throws {
        let asking = try Asking("allow: [localhost]")
        try asking.needs(door)
        let target = "/status/200/loopback-\(door)"
        let location = asking.server.address(target, "other")
        let verdict = try await asking.verdict(
            "/redirect/301/loopback?to=\(escaped(location))", door, scheme: scheme, host: "localhost")
        #expect(verdict == .broken(.redirectRefused(location, "that is this machine")))
        #expect(try asking.server.requests(to: target).isEmpty)
    }

    /// Private places in all the ways in which they can be written, and what is no address of the web at all.
    @Test(arguments: [
        "file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "data:text/html,x",
        "gopher://127.0.0.1:11211/_stats",
        "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/", "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/", "http://0.0.0.0/", "http://[::]/", "http://[fe80::1]/", "http://[fd00::1]/",
        "http://[::ffff:10.0.0.1]/", "http://[::ffff:a00:1]/", "http://0x0a000001/", "http://167772161/",
        "http://10.1/",
        "http://012.0.0.1/", "http://LOCALHOST/", "http://localhost./", "http://printer.local/", "http://", "http:///",
        "http://127.0.0.1:99999/", "http://user:secret@127.0.0.1/", "http://a b/", "//",
    ])
    func nowhereToGo(location: String) async throws {
        let verdict = try await Asking().verdict("/redirect/302?to=\(escaped(location))")
        guard case .broken(.redirectRefused) = verdict else {
            Issue.record("\(location): \(verdict)")
            return
        }
    }

    /// An address that is written in a link, without any redirect.
    @Test func thisMachineIsNotAskedUnlessItIsNamed() async throws {
        let asking = try Asking("allow: [localhost]")
        let verdict = try await asking.verdict("/status/200/unnamed")
        #expect(verdict == .broken(.noAnswer(.privateAddress(NetworkAddress(bytes: [127, 0, 0, 1])))))
        #expect(try asking.server.requests(to: "/status/200/unnamed").isEmpty)
    }

    /// A second door of this machine that was not named, by its number and by a name that leads there.
    @Test func thisMachineIsNotAskedByOtherNames() async throws {
        let asking = try Asking("allow: [127.0.0.1]")
        for host in ["127.0.0.2", "2130706434", "0x7f000002", "0177.0.0.2", "127.2", "[::ffff:127.0.0.2]"] {
            let location = asking.server.address("/status/200/private", "other", host: host)
            let verdict = try await asking.verdict("/redirect/302?to=\(escaped(location))")
            #expect(!verdict.isGood, "\(host)")
        }
        let byName = asking.server.address("/status/200/private", host: "localhost")
        #expect(try await !asking.verdict("/redirect/302?to=\(escaped(byName))").isGood)
        #expect(try asking.server.requests(to: "/status/200/private").isEmpty)
    }

    @Test(arguments: ["/redirect/302", "/redirect/302?to=", "/redirect/302?to=%20"])
    func noAddress(path: String) async throws {
        let asking = try Asking()
        #expect(try await asking.verdict(path) == .broken(.redirectNowhere(302)))
        // And behind another: what is at fault is told.
        let outcome = try await asking.outcome(asking.server.address("/redirect/301?to=\(escaped(path))"))
        #expect(outcome.verdict == .broken(.redirectNowhere(302)))
        #expect(outcome.final?.text == asking.server.address(path))
    }

    /// A login in what a server says goes nowhere, and is not printed, however the rest of it is written.
    @Test(arguments: [
        "//pilot:rope@127.0.0.2/", "http://pilot:rope@localhost/", "http://pilot:rope@10.0.0.1/x@y",
        "http://pilot:rope@a b/", "https://pilot:rope@harbour.dev:99999/", "http://pilot:rope@@127.0.0.1/",
        "ftp://pilot:rope@127.0.0.1/", "pilot:rope@127.0.0.1",
    ])
    func aLoginIsNotPrinted(location: String) async throws {
        let asking = try Asking("allow: [127.0.0.1, 127.0.0.2, localhost]")
        let verdict = try await asking.verdict("/redirect/302?to=\(escaped(location))")
        guard case .broken(.redirectRefused(let shown, let reason)) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(!"\(shown) \(reason)".contains("rope"), "\(shown): \(reason)")
    }

    /// What a server says is printed without what a terminal would obey.
    @Test func controlCharactersAreNotPrinted() async throws {
        let verdict = try await Asking().verdict("/redirect/302?to=\(escaped("ftp://\u{1B}[31mred\u{9B}m"))")
        guard case .broken(.redirectRefused(let shown, _)) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(shown.hasPrefix("ftp://\u{FFFD}[31mred"))
        #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }

    @Test func cookiesComeBack() async throws {
        let asking = try Asking()
        let address = asking.server.address("/cookie/visitor")
        #expect(try await asking.verdict("/cookie/visitor") == .redirected(to: address, isPermanent: false))
        // A cookie of one host is none of another's.
        let other = try Asking("allow: [127.0.0.1, 127.0.0.2]")
        _ = try await other.verdict("/cookie/own")
        _ = try await other.verdict("/status/200/own", "other")
        #expect(try other.server.requests(to: "/status/200/own").allSatisfy { $0.header("cookie") == nil })
    }
}
