import Testing

@testable import Site

@Suite struct SitePathTests {
    @Test(
        arguments: [
            ("a.html", "b.html", nil, "b.html"),
            ("a.html", "a.html", "x", "#x"),
            ("a.html", "a.html", nil, "a.html"),
            ("a.html", "one/two/b.html", "x", "one/two/b.html#x"),
            ("one/a.html", "b.html", nil, "../b.html"),
            ("one/two/a.html", "one/three/b.html", nil, "../three/b.html"),
            ("one/a.html", "one/b c.html", nil, "b%20c.html"),
            ("ä/a.html", "ö.html", nil, "../%C3%B6.html"),
        ] as [(SitePath, SitePath, String?, String)])
    func linksRelatively(from: SitePath, to: SitePath, fragment: String?, expected: String) {
        #expect(from.link(to: to, fragment: fragment) == expected)
    }

    @Test func leadsToTheRoot() {
        #expect(SitePath("a.html").root == "")
        #expect(SitePath("one/two/a.html").root == "../../")
    }

    @Test func indexPagesAreTheirFolder() {
        #expect(SitePath("index.html").address(under: "https://x.example/") == "https://x.example/")
        #expect(SitePath("one/index.html").address(under: "https://x.example/") == "https://x.example/one/")
        #expect(
            SitePath("one/myindex.html").address(under: "https://x.example/") == "https://x.example/one/myindex.html")
    }

    @Test(arguments: [
        ("a%20b", "a b"), ("%C3%A9", "é"), ("%+1", "%+1"), ("100%", "100%"), ("%2", "%2"), ("%zz", "%zz"),
    ])
    func percentAndTwoDigitsAreAByte(written: String, decoded: String) {
        #expect(Manuscript.decoded(written) == decoded)
    }
}
