import Configuration
import Testing

@testable import Links

@Suite struct HostPoliciesTests {
    private func policies(_ yaml: String, token: String? = nil) throws -> HostPolicies {
        HostPolicies(try SampleLinks.settings(yaml).settings) { $0 == "TOKEN" ? token : nil }
    }

    private let one = "https://one.dev/"
    private let two = "https://two.dev/"

    @Test func whatIsSaidOfAHostCountsForMore() throws {
        let (one, two) = (try WebAddress(one), try WebAddress(two))
        let off = try policies("fragments: false\nhosts: {one.dev: {fragments: true}}")
        #expect(off.looksForFragments(in: one) && !off.looksForFragments(in: two))
        let on = try policies("hosts: {one.dev: {fragments: false}}")
        #expect(!on.looksForFragments(in: one) && on.looksForFragments(in: two))
        let codes = try policies("accept: [404]\nhosts: {one.dev: {accept: [410-420]}}")
        #expect(codes.accepts(410, of: one) && !codes.accepts(404, of: one) && codes.accepts(204, of: one))
        #expect(codes.accepts(404, of: two) && !codes.accepts(410, of: two))
        let paces = try policies("rate: 5\nhost-concurrency: 3\nhosts: {one.dev: {rate: 0.5, concurrency: 1}}")
        #expect(paces.pace(of: one).rate == 0.5 && paces.pace(of: one).concurrency == 1)
        #expect(paces.pace(of: two).rate == 5 && paces.pace(of: two).concurrency == 3)
        let methods = try policies("hosts: {one.dev: {method: get}}")
        #expect(methods.method(for: one) == .get && methods.method(for: two) == nil)
    }

    @Test func aPolicyMayBeOfOnePort() throws {
        let policies = try policies("hosts: {'one.dev:8443': {method: get}}")
        #expect(policies.method(for: try WebAddress("https://one.dev:8443/")) == .get)
        #expect(policies.method(for: try WebAddress("https://one.dev/")) == nil)
    }

    /// Settings name hosts as people write them.
    @Test(arguments: ["b\u{FC}cher.dev", "B\u{DC}CHER.dev", "xn--bcher-kva.dev"])
    func namesMayBeWrittenInAnyAlphabet(name: String) throws {
        let policies = try policies("hosts: {\(name): {method: get}}\nallow: ['\(name):8080']")
        #expect(policies.method(for: try WebAddress("https://b\u{FC}cher.dev/")) == .get)
        #expect(policies.allowsPrivate(try WebAddress("http://b\u{FC}cher.dev:8080/")))
        #expect(!policies.allowsPrivate(try WebAddress("http://b\u{FC}cher.dev/")))
    }

    @Test func aTokenIsSentEncryptedOrToAHostThatIsNamed() throws {
        func authorization(_ address: String, _ yaml: String, token: String? = "s3cret") throws -> String? {
            try policies(yaml, token: token).headers(for: try WebAddress(address))
                .first { $0.name == "Authorization" }?.value
        }
        let hosts = "hosts: {one.dev: {token: TOKEN}, two.dev: {headers: {X-Own: mine}}}"
        #expect(try authorization("https://one.dev/", hosts) == "Bearer s3cret")
        #expect(try authorization("http://one.dev/", hosts) == nil, "everybody on the way could read it")
        #expect(try authorization("http://one.dev/", hosts + "\nallow: [one.dev]") == "Bearer s3cret")
        #expect(try authorization("https://two.dev/", hosts) == nil)
        #expect(try authorization("https://www.one.dev/", hosts) == nil)
        for token in [nil, "", "two\r\nlines"] {
            #expect(try authorization("https://one.dev/", hosts, token: token) == nil)
        }
    }

    @Test func ownHeadersReplaceThoseOfAll() throws {
        let policies = try policies("hosts: {one.dev: {headers: {accept: text/plain, X-Own: mine}}}")
        let headers = try policies.headers(for: WebAddress(one))
        #expect(headers.map(\.name) == ["accept", "X-Own"])
        #expect(headers.map(\.value) == ["text/plain", "mine"])
        #expect(try policies.headers(for: WebAddress(two)).map(\.name) == ["Accept"])
    }

    /// What is remembered of an address holds for the settings that it was asked with.
    @Test(arguments: [
        "accept: [404]", "unverifiable: [418]", "redirects: 3", "fragments: false", "body: 1 MB",
        "hosts: {one.dev: {accept: [404]}}", "hosts: {one.dev: {headers: {A: b}}}", "hosts: {one.dev: {method: get}}",
        "hosts: {one.dev: {token: TOKEN}}", "hosts: {one.dev: {fragments: false}}",
    ])
    func otherSettingsHaveAnotherDigest(yaml: String) throws {
        let address = try WebAddress(one)
        #expect(try policies(yaml, token: "s3cret").digest(for: address) != policies("{}").digest(for: address))
    }
}
