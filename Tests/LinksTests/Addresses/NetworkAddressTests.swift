import Testing

@testable import Links

@Suite struct NetworkAddressTests {
    @Test(arguments: [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.2.1", "198.18.0.1", "224.0.0.1", "255.255.255.255",
        "::1", "::", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "fe80::1", "fc00::1",
        "fd12::1", "ff02::1", "2001:db8::1", "fec0::1",
    ])
    func isNotOfTheInternet(text: String) throws {
        #expect(try #require(NetworkAddress(text)).privacy != nil)
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.167.1.1", "169.253.1.1",
        "198.20.0.1", "223.255.255.255", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::",
        "2a00:1450::1",
    ])
    func isOfTheInternet(text: String) throws {
        #expect(try #require(NetworkAddress(text)).privacy == nil)
    }

    @Test func printsItself() {
        #expect(NetworkAddress("::ffff:127.0.0.1")?.description == "::ffff:127.0.0.1")
        #expect(NetworkAddress("10.0.0.1")?.description == "10.0.0.1")
        #expect(NetworkAddress("localhost") == nil)
    }

    @Test(arguments: ["localhost", "a.localhost", "printer.local", "wiki.internal", "router.home.arpa", "10.0.0.1"])
    func someNamesAreOfPrivateNetworks(host: String) { #expect(HostName.privacy(host) != nil) }

    @Test(arguments: ["example.com", "www.example.org", "a.example", "x.test", "no.invalid"])
    func someNamesAreForExamples(host: String) { #expect(HostName.isReserved(host)) }

    @Test(arguments: ["example.dev", "myexample.com", "grafana.com", "local.dev", "localhost.dev"])
    func mostNamesAreNeither(host: String) {
        #expect(!HostName.isReserved(host))
        #expect(HostName.privacy(host) == nil)
    }
}
