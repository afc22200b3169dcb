import Diagnostics
import Glibc
import Testing

@testable import Site

@Suite struct ThemeUnreadableTests {
    @Test func saysWhichFileAndWhy() {
        let file = SourceFile(path: "galley.yml", text: "theme: look\n")
        let problem = FileProblem(operation: "read", path: "/project/look/assets/style.css", code: EACCES)
        let finding = ThemeUnreadable.unreadable(problem, at: file.span(7..<11))
        #expect(finding.rule == "theme/unreadable")
        #expect(finding.message == "can't read `/project/look/assets/style.css` of the theme: Permission denied")
        #expect(finding.span.text == "look")
    }
}
