import TestSupport
import Testing

@testable import Site

/// What browsers take for tags and comments (HTML's standard, section 13.2.5).
@Suite struct HTMLTokenizerTests {
    /// Each tag with its attributes as `name[a=b]`, each comment as `<!text>`.
    private func tokens(_ html: String) -> [String] {
        Array(html.utf8).withUnsafeBufferPointer { bytes in
            func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            var tokenizer = HTMLTokenizer(bytes)
            var tokens: [String] = []
            while let token = tokenizer.next() {
                switch token {
                case .comment(let range): tokens.append("<!\(text(range))>")
                case .tag(let name):
                    let attributes = tokenizer.attributes.map { "[\(text($0.name))=\(text($0.value))]" }
                    tokens.append(text(name) + attributes.joined())
                }
            }
            return tokens
        }
    }

    @Test(arguments: [
        ("a < b <1 <p>", ["p"]), ("<P>", ["P"]), ("</a><b/>", ["b"]), ("<a/ b>", ["a[b=]"]),
        ("<a b=\"1 > 2\" c='\"' d=e/f g = h i>", ["a[b=1 > 2][c=\"][d=e/f][g=h][i=]"]),
        ("<a b=><i>", ["a[b=]", "i"]), ("<a =b=c>", ["a[=b=c]"]), ("<a\nhref\t=\r\nx\u{C}>", ["a[href=x]"]),
        ("</a b=\">\"><i>", ["i"]), ("</ a><i>", ["i"]), ("<a b=\"1", []), ("<a", []), ("<i><a b", ["i"]), ("</", []),
        ("<ä><a-b:c>", ["a-b:c"]),
    ])
    func readsTags(html: String, expected: [String]) { #expect(tokens(html) == expected) }

    @Test(arguments: [
        ("<!--a--><i>", ["<!a>", "i"]), ("<!--><i>", ["<!>", "i"]), ("<!---><i>", ["<!>", "i"]),
        ("<!--<b>--!><i>", ["<!<b>>", "i"]), ("<!--a--b-->", ["<!a--b>"]), ("<!--a--->", ["<!a->"]),
        ("<!--<b>", ["<!<b>>"]), ("<!--", ["<!>"]), ("<!doctype html><i>", ["i"]), ("<!><i>", ["i"]),
        ("<?php <b>?><i>", ["i"]), ("<!", []), ("<!-", []),
    ])
    func readsComments(html: String, expected: [String]) { #expect(tokens(html) == expected) }

    @Test(arguments: [
        ("<script>\"<b>\"</scripted></SCRIPT ><i>", ["script", "i"]), ("<style><b></style/><i>", ["style", "i"]),
        ("<title>a <b></title><i>", ["title", "i"]), ("<textarea><b>", ["textarea"]),
        ("<svg><title>a<b></title></svg><script><b></script><i>", ["svg", "title", "b", "script", "i"]),
        ("<svg><title/><b></svg>", ["svg", "title", "b"]), ("<svg/><title><b></title>", ["svg", "title"]),
        ("</svg><style><b></style>", ["style"]),
    ])
    func knowsWhatIsNoMarkup(html: String, expected: [String]) { #expect(tokens(html) == expected) }

    @Test func survivesAnyBytes() {
        var generator = SeededGenerator(seed: 1)
        let parts = [
            "<", ">", "/", "!", "-", "--", "\"", "'", "=", " ", "a", "svg", "script", "title", "</", "é", "\0",
        ]
        for _ in 0..<5_000 {
            let html = (0..<12).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
            // A tag has two bytes at least, a comment four.
            #expect(tokens(html).count * 2 <= html.utf8.count, "\(html)")
        }
    }
}

@Suite struct LinkResolutionTests {
    @Test(arguments: [
        ("a.html", "b.html", "b.html"), ("a.html", "x/b.html", "x/b.html"), ("a.html", "../b.html", nil),
        ("x/a.html", "b.html", "x/b.html"), ("x/a.html", "../b.html", "b.html"), ("x/y/a.html", "../../b", "b"),
        ("x/a.html", "../../b.html", nil), ("x/a.html", "./b.html", "x/b.html"), ("x/a.html", "y/", "x/y/index.html"),
        ("x/a.html", "../", "index.html"), ("x/a.html", ".", "x/index.html"), ("a.html", "./", "index.html"),
        ("a.html", "x//b", "x//b"), ("x/a.html", "y/../z", "x/z"),
    ])
    func resolves(page: String, address: String, target: String?) {
        #expect(LinkResolution(SitePath(page)).resolve(address)?.text == target)
    }

    @Test(arguments: [("b.html", true), ("b.html?", false), ("/b.html", false), ("", false), ("c.html", false)])
    func knowsPlainAddressesOfFiles(address: String, leads: Bool) {
        let resolution = LinkResolution("a.html")
        Array(address.utf8).withUnsafeBufferPointer { #expect(resolution.leads($0, to: ["b.html"]) == leads) }
    }
}
