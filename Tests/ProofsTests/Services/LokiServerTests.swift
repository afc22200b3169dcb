import Proofs
import Testing

struct LokiServerTests {
    @Test(arguments: [
        ("http://127.0.0.1:3100", "http://127.0.0.1:3100"),
        ("https://loki.example.com", "https://loki.example.com:443"),
        ("http://[::1]:3100/", "http://[::1]:3100"),
    ])
    func anAddressIsAHostAndAPort(text: String, address: String) {
        #expect(LokiServer(address: text) == .address(address))
    }

    @Test(arguments: [
        "localhost", "ftp://loki", "http://", "http://loki:0", "http://loki:70000", "http://loki:x", "http://a b",
        "http://loki/path", "http://user:word@loki", "http://loki,fork", "http://[::1", "http://loki;id:1",
    ])
    func whatIsNoneIsRefused(text: String) {
        #expect(LokiServer(address: text) == nil)
    }
}
