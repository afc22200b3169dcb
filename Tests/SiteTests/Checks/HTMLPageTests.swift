import Testing

@testable import Site

@Suite struct HTMLPageTests {
    @Test func findsElementsWithTheirSources() {
        let html = """
            <!doctype html><html><body><main><p>x &amp; <a href="a.html?x=1&amp;y=ä" data-source="20-30">y</a>
            <!--40-50--><img src=b.png><b>z</b><!--end--></p></main><a href="#top">frame</a></body></html>
            """
        let page = HTMLPage(Array(html.utf8))
        #expect(page.elements.map(\.name) == ["html", "body", "main", "p", "a", "img", "b", "a"])
        #expect(page.elements.map(\.source) == [nil, nil, nil, nil, 20..<30, 40..<50, 40..<50, nil])
        #expect(page.elements[4]["href"] == "a.html?x=1&y=ä")
        #expect(page.elements[5]["alt"] == nil)
    }

    @Test(arguments: ["", "<", "<a", "no markup", "<p></div></p><b>", "\u{0}"])
    func survivesAnything(html: String) {
        #expect(HTMLPage(Array(html.utf8)).elements.count <= 6)
    }

    @Test func readsPagesAtTheSameTime() async {
        let html = Array("<p data-source=\"1-2\"><a href=\"x\">y</a></p>".utf8)
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<200 { group.addTask { HTMLPage(html).elements.count } }
            for await count in group { #expect(count == 2) }
        }
    }
}
