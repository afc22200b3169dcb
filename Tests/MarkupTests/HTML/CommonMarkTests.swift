import Testing

@testable import Markup

@Suite struct CommonMarkTests {
    @Test func theCasesAreFound() {
        #expect(MarkdownCase.all.count >= 170)
    }

    @Test(arguments: MarkdownCase.all)
    func htmlIsThatOfCMark(_ example: MarkdownCase) {
        let parsed = Parsed(example.markdown)
        #expect(CommonMarkForm.of(HTMLWriter.html(parsed.document)) == example.html)
    }

    @Test(arguments: MarkdownCase.all)
    func lineEndingsMakeNoDifference(_ example: MarkdownCase) {
        let parsed = Parsed(example.markdown.replacing("\n", with: "\r\n"))
        #expect(CommonMarkForm.of(HTMLWriter.html(parsed.document)) == example.html)
    }
}
