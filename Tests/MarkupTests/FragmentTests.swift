import Diagnostics
import TestSupport
import Testing

@testable import Markup

@Suite struct FragmentTests {
    @Test func lineEndingsAndMarkAreNormalizedAndMapBack() throws {
        let read = try ReadFragment("\u{FEFF}---\r\ntitle: Tïtle\r\n---\r\n# One\r\n\r\ntwo\rthree\r\n")
        #expect(read.text == "# One\n\ntwo\nthree\n")
        #expect(read.report.isEmpty)
        #expect(read.fragment?.frontMatter.title?.value == "Tïtle")
        #expect(read.fragment?.frontMatter.title?.span.text == "Tïtle")
        #expect(try read.origin(of: "two").span.text == "two")
        #expect(try read.origin(of: "three").span.range == 41..<46)
        #expect(read.fragment?.file.span(41..<46).text == "three")
    }

    @Test func frontMatterIsStrict() throws {
        let marked = MarkedText("---\ntitle: A\n⟦desc⟧: b\nredirects: [old.html, ⟦{}⟧]\n---\ntext\n")
        let read = try ReadFragment(marked.text)
        #expect(Set(read.ranges) == Set(marked.ranges))
        #expect(read.fragment?.frontMatter.redirects.map(\.value) == ["old.html"])
        #expect(read.text == "text\n")
    }

    @Test func unterminatedFrontMatterIsReported() throws {
        let read = try ReadFragment("---\ntitle: A\n\n# A\n")
        #expect(read.report.map(\.rule.text) == ["front-matter/unterminated"])
        #expect(read.ranges == [0..<3])
    }

    @Test(arguments: [
        ([0x61, 0x0A, 0xC3, 0xA9, 0xE9, 0x20], "fragment/not-utf8", 4..<5),
        ([0x61, 0xE2, 0x82], "fragment/not-utf8", 1..<2),
        ([0xED, 0xA0, 0x80], "fragment/not-utf8", 0..<1),
        ([0xC0, 0xAF], "fragment/not-utf8", 0..<1),
        ([0xF4, 0x90, 0x80, 0x80], "fragment/not-utf8", 0..<1),
        ([0x61, 0x00, 0x62], "fragment/nul-byte", 1..<2),
        ([], "fragment/empty", 0..<0),
        ([0xEF, 0xBB, 0xBF, 0x0A, 0x20], "fragment/empty", 0..<0),
        (Array("---\na".utf8) + [0xFF], "fragment/not-utf8", 5..<6),
    ])
    func bytesThatAreNoText(bytes: [UInt8], rule: String, range: Range<Int>) throws {
        let read = try ReadFragment(bytes: bytes)
        #expect(read.fragment == nil)
        #expect(read.report.map(\.rule.text) == [rule])
        #expect(read.ranges == [range])
    }

    @Test func frontMatterAloneIsNoPage() throws {
        #expect(try ReadFragment("---\ntitle: A\n---\n\n").messages == ["the fragment has front matter and no text"])
    }

    @Test func aFragmentOverTheLimitIsNotRead() throws {
        let read = try ReadFragment(bytes: [UInt8](repeating: 0x61, count: 50_000_000))
        #expect(read.messages == ["the file has 50 MB, of at most 20 MB"])
        #expect(read.report.first?.span.file.path == "main.md")
    }

    @Test func validUTF8IsAccepted() {
        for scalar in [0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF].compactMap(Unicode.Scalar.init) {
            #expect(MappedText.firstInvalidByte(of: Array(String(Character(scalar)).utf8)) == nil)
        }
    }

    @Test func aMissingFragmentIsReportedWhereItIsNamed() throws {
        let folder = try TemporaryFolder()
        let project = try #require(ProjectFiles(root: folder.path))
        let asker = SourceFile(path: "galley.yml", text: "pages: [a.md]")
        var report: [Diagnostic] = []
        let origin = PositionMap(identity: asker).origin(of: 8..<12)
        #expect(FragmentText.read("a.md", in: project, asker: origin, into: &report) == nil)
        #expect(report.map(\.message) == ["there is no fragment `a.md`"])
        #expect(report.map(\.span.text) == ["a.md"])
    }
}
