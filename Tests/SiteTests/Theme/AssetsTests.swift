import Testing

@testable import Site

/// Style sheets lead to other assets by the names that tell their content, however the address is written.
@Suite struct AssetsTests {
    @Test(arguments: [
        ("a { b: url(dot.svg) }", "a { b: url(DOT) }"), ("a { b: url( 'dot.svg' ) }", "a { b: url( 'DOT' ) }"),
        ("a { b: url(dot.svg#x) }", "a { b: url(DOT#x) }"), ("@import \"z.css\";", "@import \"Z\";"),
        ("@import url(z.css);", "@import url(Z);"), ("/* url(dot.svg) */", "/* url(dot.svg) */"),
        ("a { b: url(data:dot.svg) }", "a { b: url(data:dot.svg) }"),
        ("a { b: url(none.svg) }", "a { b: url(none.svg) }"),
    ])
    func addressesAreTurned(style: String, expected: String) throws {
        let files = ["style.css": style, "dot.svg": "<svg/>", "z.css": "z {}"].mapValues { Array($0.utf8) }
        let assets = Assets(files: files)
        func name(_ path: String) throws -> String {
            String(try #require(assets.byPath[path]).output.dropFirst("assets/".count))
        }
        let turned = expected.replacing("DOT", with: try name("dot.svg")).replacing("Z", with: try name("z.css"))
        #expect(String(decoding: try #require(assets.byPath["style.css"]).bytes, as: UTF8.self) == turned)
    }

    @Test func foldersAreLeft() throws {
        let files = ["look/style.css": "a { b: url(../img/dot.svg) }", "img/dot.svg": "<svg/>"]
        let assets = Assets(files: files.mapValues { Array($0.utf8) })
        let dot = try #require(assets.byPath["img/dot.svg"]).output.dropFirst("assets/".count)
        let style = try #require(assets.byPath["look/style.css"]).bytes
        #expect(String(decoding: style, as: UTF8.self) == "a { b: url(../\(dot)) }")
    }

    @Test func sheetsThatImportEachOtherEnd() {
        let assets = Assets(files: [
            "a.css": Array("@import \"b.css\";".utf8), "b.css": Array("@import \"a.css\";".utf8),
        ])
        #expect(assets.byPath.keys.sorted() == ["a.css", "b.css"])
    }
}
