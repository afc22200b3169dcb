import Testing

@testable import Links

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("https://Example.COM", "https://example.com/", "example.com"),
        ("HTTPS://example.com:443/a?b=c", "https://example.com/a?b=c", "example.com"),
        ("http://example.com:8080/a#b", "http://example.com:8080/a", "example.com:8080"),
        ("//example.com/a", "https://example.com/a", "example.com"),
        ("https://example.com./a", "https://example.com/a", "example.com"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%c3%bc", "xn--bcher-kva.example"),
        ("https://example.com/a%20b", "https://example.com/a%20b", "example.com"),
        ("http://[::1]:8000/", "http://[::1]:8000/", "[::1]:8000"),
        ("http://0x7f.1/", "http://127.0.0.1/", "127.0.0.1"),
        ("http://2130706433/", "http://127.0.0.1/", "127.0.0.1"),
    ])
    func takesOneForm(written: String, text: String, server: String) throws {
        let address = try WebAddress(written)
        #expect(address.text.lowercased() == text)
        #expect(address.server == server)
    }

    @Test(arguments: [
        ("https://example.com/#a", "a"), ("https://example.com/#a%20b", "a b"), ("https://example.com/", nil),
        ("https://example.com/#", nil), ("https://example.com/#:~:text=word", nil),
        ("https://example.com/#part:~:text=word", "part"),
    ])
    func readsTheAnchor(written: String, fragment: String?) throws {
        #expect(try WebAddress(written).fragment == fragment)
    }

    @Test(arguments: [
        ("https:/example.com", "`//` is missing"), ("https:example.com", "`//` is missing"),
        ("https:///path", "names no host"), ("https://", "no name"),
        ("https://exa mple.com/", "space"), ("https://example.com/\u{7}", "control character"),
        ("https://example.com/100%", "two hexadecimal digits"), ("https://example.com/%zz", "two hexadecimal digits"),
        ("https://example.com/%+1", "two hexadecimal digits"), ("https://example.com:99999/", "port"),
        ("https://example.com\\path", "backslash"), ("https://[::1/", "no name"), ("https://a.dev:0/", "port"),
        ("https://a..dev/", "no name"), ("https://.a.dev/", "no name"), ("https://256.1.1.1/", "no name"),
        ("https://1.2.3.4.5/", "no name"), ("https://\(String(repeating: "a", count: 64)).dev/", "no name"),
        ("https://\(String(repeating: "a.", count: 130))dev/", "no name"),
    ])
    func refusesWhatIsNone(written: String, reason: String) {
        #expect {
            _ = try WebAddress(written)
        } throws: { error in
            guard case .malformed(let words)? = error as? WebAddress.Problem else { return false }
            return words.contains(reason)
        }
    }

    @Test func refusesLogins() {
        #expect(throws: WebAddress.Problem.login) { try WebAddress("https://user:secret@example.com/") }
    }

    @Test func refusesWhatIsTooLong() {
        let long = "https://example.com/" + String(repeating: "a", count: 8_000)
        #expect(throws: WebAddress.Problem.tooLong(8_020)) { try WebAddress(long) }
    }

    @Test(arguments: [
        ("/b", "https://example.com/b"), ("b", "https://example.com/a/b"), ("../b", "https://example.com/b"),
        ("//other.example/b", "https://other.example/b"), ("http://other.example", "http://other.example/"),
        ("?q", "https://example.com/a/?q"),
    ])
    func resolvesRedirects(location: String, text: String) throws {
        #expect(try WebAddress(location, from: WebAddress("https://example.com/a/")).text == text)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://example.com/", "javascript:alert(1)", "gopher://example.com/"])
    func followsNoOtherScheme(location: String) throws {
        let base = try WebAddress("https://example.com/")
        #expect(throws: WebAddress.Problem.self) { try WebAddress(location, from: base) }
    }
}
