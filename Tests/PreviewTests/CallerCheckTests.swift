import Testing

@testable import Preview

@Suite struct CallerCheckTests {
    private let callers = CallerCheck(address: "192.168.7.5")

    @Test(arguments: [
        "127.0.0.1", "127.0.0.1:4000", "localhost", "LocalHost:4000", "[::1]:4000", "[::1]", "192.168.7.5:4000",
    ])
    func ownHosts(host: String) { #expect(callers.knows(host: host)) }

    @Test(arguments: [
        nil, "", "example.com", "localhost.example.com", "127.0.0.1.example.com", "127.0.0.1:4000:1", "evil@localhost",
        "localhost:x", "[::1", "[::1]x", "[::2]:4000", "127.1", "::1", "localhost, example.com", "192.168.7.6",
    ])
    func foreignHosts(host: String?) { #expect(!callers.knows(host: host)) }

    private func request(_ headers: [String: String]) -> Request {
        Request(method: "POST", path: "/-/try", headers: ["host": "127.0.0.1:4000"].merging(headers) { $1 })
    }

    @Test(arguments: [
        [:], ["origin": "http://127.0.0.1:4000"], ["origin": "http://127.0.0.1:4000", "sec-fetch-site": "same-origin"],
        ["sec-fetch-site": "none"],
    ])
    func ownPages(headers: [String: String]) { #expect(callers.trusts(request(headers))) }

    @Test(arguments: [
        ["origin": "http://example.com"], ["origin": "null"], ["origin": "http://127.0.0.1:4001"],
        ["origin": "https://127.0.0.1:4000"], ["origin": "http://localhost:4000"], ["sec-fetch-site": "cross-site"],
        ["sec-fetch-site": "same-site"], ["sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:4000"],
    ])
    func foreignPages(headers: [String: String]) { #expect(!callers.trusts(request(headers))) }
}
