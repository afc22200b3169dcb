import Diagnostics
import Glibc
import TestSupport
import Testing

@testable import Markup

@Suite struct IncludeTests {
    @Test func aFileBecomesACodeBlock() throws {
        let read = try ReadFragment(
            "before\n\n{{include ex/a.yaml as=loki-config title=\"a b\"}}\nafter\n",
            files: ["ex/a.yaml": "k: v\nl: ```x\n"])
        #expect(read.text == "before\n\n````yaml {as=loki-config title=\"a b\"}\nk: v\nl: ```x\n````\nafter\n")
        #expect(read.report.isEmpty)
        #expect(read.fragment?.dependencies == ["ex/a.yaml", "main.md"])

        let content = try read.origin(of: "l: ")
        #expect(content.span.file.path == "ex/a.yaml")
        #expect(content.span.range == 5..<8)
        #expect(content.includedFrom.map(\.text) == ["{{include ex/a.yaml as=loki-config title=\"a b\"}}"])
        #expect(try read.origin(of: "as=loki").span.range == 28..<35)
        #expect(try read.origin(of: "yaml {").span.text.hasPrefix("{{include"))
        #expect(try read.origin(of: "after").span.text == "after")
    }

    @Test func markdownIsSplicedInWithItsOwnIncludes() throws {
        let read = try ReadFragment(
            "{{include parts/a.md}}\nend\n",
            files: [
                "parts/a.md": "---\ntitle: x\n---\nA\n\n{{include b.md}}",
                "parts/b.md": "B\r\n\n{{include ../c.sql}}\n", "c.sql": "select 1",
            ])
        #expect(read.text == "A\n\nB\n\n```sql\nselect 1\n```\nend\n")
        let origin = try read.origin(of: "select")
        #expect(origin.span.file.path == "c.sql")
        #expect(origin.includedFrom.map(\.file.path) == ["parts/b.md", "parts/a.md", "main.md"])
        #expect(try read.origin(of: "B").includedFrom.map(\.text) == ["{{include b.md}}", "{{include parts/a.md}}"])
    }

    @Test func aDirectiveStaysInItsContainer() throws {
        let read = try ReadFragment(
            "> {{include a.txt}}\n\n- item\n\n  {{include a.txt}}\n\n1. {{include b.md}}\n",
            files: ["a.txt": "x\n\n y\n", "b.md": "one\n\ntwo\n"])
        #expect(
            read.text
                == "> ```text\n> x\n>\n>  y\n> ```\n\n- item\n\n  ```text\n  x\n\n   y\n  ```\n\n1. one\n\n   two\n")
    }

    @Test(arguments: [
        "```\n{{include a.txt}}\n```\n", "~~~ x\n{{include a.txt}}\n```\n{{include a.txt}}\n~~~\n",
        "- a\n  ```\n  {{include a.txt}}\n  ```\n", "> ```\n> {{include a.txt}}\n", "    {{include a.txt}}\n",
        "-\n\n      {{include a.txt}}\n",
        "text `{{include a.txt}}` text\n", "a ``x\n{{include a.txt}}\n`` b\n", "<!--\n{{include a.txt}}\n-->\n",
        "<pre>\n{{include a.txt}}\n</pre>\n", "write \\{{include a.txt}}\n", "{{ include \"x\" . }}\n",
        "a {{includes}} b\n",
        "1. x\n\n   - y\n\n     ```yaml\n     a: 1\n\n     {{include a.txt}}\n     ```\n", "# `{{include x}}`\n",
        "````md\n```\n{{include a.txt}}\n```\n{{include a.txt}}\n````\n", "```\n{{include a.txt}}\n",
    ])
    func codeIsLeftAlone(text: String) throws {
        let read = try ReadFragment(text, files: ["a.txt": "NO"])
        #expect(read.text == text)
        #expect(read.report.isEmpty)
    }

    @Test(arguments: [
        "> ```\n\n{{include a.txt}}\n", "- ```\n\n{{include a.txt}}\n", "para\n    {{include a.txt}}\n",
        "``\n\n{{include a.txt}}\n",
        "<!-- x -->\n{{include a.txt}}\n", "```\n```\n{{include a.txt}}\n", "   {{include a.txt}}\n",
        "a ` b\n\n{{include a.txt}} \n",
        "- a\n\n{{include a.txt}}\n", "| a |\n|---|\n| b |\n\n{{include a.txt}}\n",
        "<div>\n{{include a.txt}}\n</div>\n",
    ])
    func textIsExpanded(text: String) throws {
        let read = try ReadFragment(text, files: ["a.txt": "YES"])
        #expect(read.text.contains("YES"))
        #expect(!read.text.contains("{{include"))
        #expect(read.report.isEmpty)
    }

    @Test(arguments: [
        ("see ⟦{{include a.txt}}⟧ there\n", "an include directive must stand alone on its line"),
        ("⟦{{include a.txt}} there⟧\n", "an include directive must stand alone on its line"),
        ("# ⟦{{include a.txt}}⟧\n", "an include directive must stand alone on its line"),
        ("⟦{{include a.txt⟧\n", "the include directive has no closing `}}` on its line"),
        ("⟦{{include }}⟧\n", "the include directive names no file"),
        ("⟦{{include a.txt#}}⟧\n", "the include directive has a `#` and names no region"),
        ("{{include ⟦ex/a.yml⟧}}\n", "there is no file `ex/a.yml` to include"),
        ("{{include ⟦ex⟧}}\n", "`ex` is a folder, expected a file"),
        ("{{include ⟦../x⟧}}\n", "`../x` leads out of the project's folder"),
        ("{{include ⟦/etc/passwd⟧}}\n", "`/etc/passwd` leads out of the project's folder"),
        ("{{include ⟦main.md⟧}}\n", "this include never ends: `main.md` → `main.md`"),
        ("{{include a.txt#⟦limit⟧}}\n", "`a.txt` has no region `limit`"),
        ("{{include b.md ⟦title=x⟧}}\n", "an included Markdown file takes no attributes"),
    ])
    func faultsHaveTheirPlace(text: String, message: String) throws {
        let marked = MarkedText(text)
        let files = ["a.txt": "# region: limits\nx\n# endregion: limits\n", "ex/a.yaml": "", "b.md": "B"]
        let read = try ReadFragment(marked.text, files: files)
        #expect(read.messages == [message])
        #expect(read.ranges == marked.ranges)
    }

    @Test func namesThatAreNearlyRightAreOffered() throws {
        let files = ["a.txt": "# region: limits\n# endregion: limits\n", "ex/a.yaml": "", "ex/b.yaml": ""]
        #expect(
            try ReadFragment("{{include ex/a.yml}}\n", files: files).report.first?.help == "did you mean `ex/a.yaml`?")
        #expect(
            try ReadFragment("{{include a.txt#limit}}\n", files: files).report.first?.help == "did you mean `limits`?")
    }

    @Test func regionsAreCutOutAndAligned() throws {
        let source = """
            a:
              # region: outer
              b: 1
                # region: inner
                c: 2

              # endregion: inner
              d: 3
              # endregion: outer

            """
        let read = try ReadFragment("{{include a.yaml#outer}}\n\n{{include a.yaml#inner}}\n", files: ["a.yaml": source])
        #expect(read.text == "```yaml\nb: 1\n  c: 2\n\nd: 3\n```\n\n```yaml\nc: 2\n\n```\n")
        #expect(try read.origin(of: "c: 2").span.text == "c: 2")
        #expect(try read.origin(of: "d: 3").span.text == "d: 3")
        #expect(read.report.isEmpty)
    }

    @Test(arguments: [
        "# region: r\nX\n# endregion: r", "// region: r\nX\n// endregion: r", "-- region: r\nX\n-- endregion: r",
        "<!-- region: r -->\nX\n<!-- endregion: r -->", "; region: r\nX\n; endregion: r",
        "/* region: r */\nX\n/* endregion: r */",
        "  #region: r\n  X\n  #endregion: r",
    ])
    func commentsOfAllLanguages(source: String) throws {
        let read = try ReadFragment(
            "{{include a.txt#r}}\n\n{{include a.txt}}\n", files: ["a.txt": "before\n\(source)\nafter"])
        let indent = source.hasPrefix("  ") ? "  " : ""
        #expect(read.text == "```text\nX\n```\n\n```text\nbefore\n\(indent)X\nafter\n```\n")
    }

    @Test func faultsInIncludedFilesNameTheWayThere() throws {
        let read = try ReadFragment(
            "{{include a.md}}\n",
            files: ["a.md": "x\n\n{{include b.yaml#r}}\n\n{{include gone.sql}}\n", "b.yaml": "# region: r\nx\n"])
        #expect(
            read.messages == ["the region `r` begins here and has no end", "there is no file `gone.sql` to include"])
        #expect(read.report[0].span.file.path == "b.yaml")
        #expect(read.ranges[0] == 0..<11)
        #expect(read.report[0].includedFrom.map(\.text) == ["{{include b.yaml#r}}", "{{include a.md}}"])
        #expect(read.report[1].includedFrom.map(\.text) == ["{{include a.md}}"])
        #expect(read.fragment?.dependencies == ["a.md", "b.yaml", "gone.sql", "main.md"])
    }

    @Test func anIncludedFileIsCheckedAsText() throws {
        let folder = try TemporaryFolder(files: ["main.md": "{{include a.txt}}\nx\n"])
        try folder.write([0x61, 0xFF], to: "a.txt")
        let read = try ReadFragment(in: folder)
        #expect(read.messages == ["the byte 0xFF at offset 1 is not UTF-8"])
        #expect(read.report.first?.includedFrom.map(\.text) == ["{{include a.txt}}"])
    }

    @Test func circlesAreShown() throws {
        let read = try ReadFragment(
            "{{include a.md}}\n", files: ["a.md": "{{include b.md}}\n", "b.md": "{{include a.md}}\n"])
        #expect(read.messages == ["this include never ends: `a.md` → `b.md` → `a.md`"])
        #expect(read.report.first?.span.file.path == "b.md")
    }

    @Test func includesThatMultiplyEndAtTheLimit() throws {
        var files: [String: String] = [:]
        for level in 0..<20 { files["\(level).md"] = String(repeating: "{{include \(level + 1).md}}\n\n", count: 10) }
        files["20.md"] = "x"
        let read = try ReadFragment("{{include 0.md}}\n", files: files, limit: 20_000)
        #expect(read.report.map(\.rule.text) == ["fragment/too-large"])
    }

    @Test func symbolicLinksMustStayInTheProject() throws {
        let outside = try TemporaryFolder(files: ["secret.txt": "secret"])
        let folder = try TemporaryFolder(files: [
            "main.md": "{{include l.txt}}\n\n{{include d/secret.txt}}\n\n{{include in.txt}}\n", "real.txt": "fine",
        ])
        #expect(symlink(outside.path + "/secret.txt", folder.path + "/l.txt") == 0)
        #expect(symlink(outside.path, folder.path + "/d") == 0)
        #expect(symlink("real.txt", folder.path + "/in.txt") == 0)
        let read = try ReadFragment(in: folder)
        #expect(read.report.map(\.rule.text) == ["include/outside-project", "include/outside-project"])
        #expect(
            read.report[0].message
                == "`l.txt` leads out of the project's folder, by a symbolic link to `\(outside.path)/secret.txt`")
        #expect(read.text.contains("fine"))
        #expect(!read.text.contains("secret"))
    }

    @Test func aNamedPipeIsNotWaitedFor() throws {
        let folder = try TemporaryFolder(files: ["main.md": "{{include p.txt}}\nx\n"])
        #expect(mkfifo(folder.path + "/p.txt", 0o600) == 0)
        #expect(try ReadFragment(in: folder).messages == ["`p.txt` can't be read: not a regular file"])
    }

    /// No text of directives, code and containers may crash, and all places must be in the author's files.
    @Test func randomTextsNeitherCrashNorLosePlaces() throws {
        var random = SystemRandomNumberGenerator()
        let pieces = [
            "{{include a.md}}", "{{include b.py x=1}}", "{{include ", "}}", "\n", "\n\n", "```", "~~~", "`", "> ", "- ",
            "1. ", "    ", "\t", "x", "<!--", "-->", "<pre>", "---", "# ", "\\", "<!-- galley-allow a/b: c -->", "\r\n",
        ]
        let folder = try TemporaryFolder(files: ["a.md": "A\n> {{include b.py}}\n", "b.py": "b\n"])
        let project = try #require(ProjectFiles(root: folder.path))
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 1...20, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            var report: [Diagnostic] = []
            guard let fragment = FragmentText(SourceFile(path: "main.md", text: text), in: project, into: &report)
            else { continue }
            #expect(fragment.map.count == fragment.text.count, "\(text.debugDescription)")
            for offset in fragment.text.indices {
                let origin = fragment.map.origin(of: offset..<offset + 1)
                let isVerbatim = origin.span.range.count == 1
                if isVerbatim, origin.span.file.path != "main.md" {
                    #expect(origin.span.file.bytes[origin.span.range.lowerBound] == fragment.text[offset])
                }
            }
        }
    }
}
