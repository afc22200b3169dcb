import Foundation
import TestSupport
import Testing

@testable import Site

extension BrowserTests {
    /// What the checks find in a page is what a browser finds in it: elements with addresses or ids, in their order.
    @Suite struct HTMLReadingTests {
        private static let attributes = ["id", "href", "rel", "src", "alt", "srcset", "poster", "data"]

        /// By Chromium's own parser, scripts switched off. It adds elements that HTML implies; they have no attributes.
        private static func browsers(_ html: String, _ page: BrowserPage) async throws -> [[String]] {
            let names = String(decoding: try JSONEncoder().encode(attributes), as: UTF8.self)
            return try await page.evaluate(
                """
                [...new DOMParser().parseFromString(\(BrowserPage.literal(html)), "text/html").querySelectorAll("*")]
                  .map((element) => [element.localName, ...\(names).filter((name) => element.hasAttribute(name))
                    .map((name) => `${name}=${element.getAttribute(name)}`)])
                  .filter((element) => element.length > 1)
                """, as: [[String]].self)
        }

        private static func ours(_ html: String) -> [[String]] {
            HTMLPage(Array(html.utf8)).elements.map { element in
                [element.name] + element.attributes.map { "\($0.name)=\($0.value)" }
            }.filter { $0.count > 1 }
        }

        private static let oddities = [
            "<A HREF=x ID='y'>a</A><a href=\"x\">b</a>",
            "<a href=x/>a</a><a href = 'x y' \n id\t=\n\"z\">b</a>",
            "<a href=first href=second id>a</a>",
            "<a href=\"a&amp;b&lt;&#65;&#x42;&eacute;&nothing;&\">a</a>",
            "<a href=\"?a&copy=1&lt&reg;&copy/&copyx&amp&notit;&not&;&AMP&Amp&sup1&frac12.&eacute&fjlig;&fjlig\">a</a>",
            "<a href=?x&copy&reg><b id=&amp><i id='&quot'>a</a>",
            "<a href='&#65&#x42;&#x43g&#68=&#X45;&#;&#x;&#xZ&#-1;&#a'>a</a>",
            "<a href='&#128;&#x9f;&#129;&#0;&#xD800;&#x110000;&#99999999999;&#13;&#xFFFE;'>a</a>",
            "<a =href=x =id=y>a</a><a href==x>b</a>",
            "<a/href=x//id=y>a</a>",
            "<a id=\"1\"href=\"x\">a</a>",
            "<a href='x\">\n<b id=in>'>a</a>",
            "a < b <3 <a id=x>c</a> </ a id=y><!a id=z><?a id=w?>",
            "<!-- <a id=x> --><a id=y>a</a><!--><a id=z>b</a><!---><a id=w>c</a>",
            "<!-- a --!><a id=x>b</a><!-- - -- --- ><a id=y> --><a id=z>c</a>",
            "<a id=x>a</a><!-- never <a id=y>",
            "<script>if (a < b) x = '<a id=x>'; </scripts></script><a id=y>a</a>",
            "<style>a::before { content: '<a id=x>' }</style ><a id=y>a</a>",
            "<title><a id=x></title><textarea><a id=y></TEXTAREA/><a id=z>a</a>",
            "<iframe src=a><a id=x></iframe><a id=y>a</a>",
            "<xmp><a id=x></xmp><a id=y>a</a>",
            "<svg><title><a id=x href=y></a></title><style><a id=z></a></style></svg><a id=w>a</a>",
            "<svg id=x /><title><a id=y></title>",
            "<noscript><a id=x href=y>a</a></noscript>",
            "<p id=x>a<p id=y>b<ul><li id=z>c<li id=w>d</ul>",
            "<img src=a srcset='b 2x, c' alt=''><video poster=d src=e></video><object data=f></object>",
            "<a id=x", "<a id=x href", "<a id=x href=\"", "<", "</", "<!", "<!-", "<a id=x><b id='y",
            "<a id=\"ä ö\" href=\"ü#é\">a</a><ä id=x>b",
        ]

        @Test func oddPages() async throws {
            try await Browser.withPage { page in
                for html in Self.oddities {
                    let document = "<!DOCTYPE html><body>\(html)"
                    let browsers = try await Self.browsers(document, page)
                    #expect(Self.ours(document) == browsers, "\(html)")
                }
            }
        }

        @Test func pagesOfTheGuide() async throws {
            let site = try await BuiltSites.own()
            let paths = try site.pages()
            #expect(paths.count > 15)
            try await Browser.withPage { page in
                for path in paths {
                    let html = try site.read("site/\(path)")
                    let ours = Self.ours(html)
                    #expect(ours.count > 10, "\(path)")
                    let browsers = try await Self.browsers(html, page)
                    #expect(ours == browsers, "\(path)")
                }
            }
        }

        /// Pieces of markup in random order. A browser moves and drops elements that are at a wrong place, so these may
        /// stand anywhere.
        @Test func randomPages() async throws {
            let pieces = [
                "<a id=1 href=a>", "</a>", "<i id='2'>", "</i>", "<b ID=\"3\"", ">", "<", "/", "'", "\"", "=", " ",
                "id=4",
                "<!--", "-->", "--!>", "-", "!", "<script>", "</script>", "<textarea>", "</textarea>", "</",
                "<img src=5>",
                "x", "&amp;", "<u/id=6/>", "\n",
            ]
            var random = SeededGenerator(seed: 7)
            try await Browser.withPage { page in
                for _ in 0..<400 {
                    let html = (0..<Int.random(in: 1...24, using: &random)).map { _ in
                        pieces[Int.random(in: pieces.indices, using: &random)]
                    }.joined()
                    let document = "<!DOCTYPE html><body>\(html)"
                    // What is misnested is repeated by a browser; each is told once here.
                    let browsers = Set(try await Self.browsers(document, page))
                    #expect(Set(Self.ours(document)) == browsers, "\(html)")
                }
            }
        }
    }
}
