import Diagnostics
import TestSupport
import Testing

@testable import Markup

@Suite struct FragmentUnreadableTests {
    @Test func tellsAMissingFragmentWhereItIsNamed() throws {
        let folder = try TemporaryFolder(files: ["galley.yml": "pages: [gone.md]\n"])
        let files = try #require(ProjectFiles(root: folder.path))
        let configuration = SourceFile(path: "galley.yml", text: "pages: [gone.md]\n")
        var findings: [Diagnostic] = []
        let asker = PositionMap(identity: configuration).origin(of: 8..<15)
        #expect(FragmentText.read("gone.md", in: files, asker: asker, into: &findings) == nil)
        #expect(findings.map(\.rule) == ["fragment/unreadable"])
        #expect(findings.first?.span.text == "gone.md")
    }
}
