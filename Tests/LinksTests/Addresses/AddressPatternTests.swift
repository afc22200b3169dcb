import Testing

@testable import Links

@Suite struct AddressPatternTests {
    @Test(arguments: [
        ("https://a.example/", "https://a.example/b", true), ("https://a.example/b", "https://a.example/", false),
        ("https://*.example/", "https://www.example/x", true), ("https://*.example/", "https://www.other/x", false),
        ("*/edit/*.md", "https://x.dev/edit/main/a.md", true), ("*/edit/*.md", "https://x.dev/edit/main/a.txt", false),
        ("*", "", true), ("a*a", "a", false), ("", "anything", true),
    ])
    func matches(pattern: String, address: String, expected: Bool) {
        #expect(AddressPattern(pattern).matches(address) == expected)
    }
}
