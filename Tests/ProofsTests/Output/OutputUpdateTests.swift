import Diagnostics
import Proofs
import TestSupport
import Testing

/// Blocks of output are rewritten within their containers, and what still holds stays as it is written.
@Suite struct OutputUpdateTests {
    /// The page after the updates of a run, and what is told of them.
    private func updated(
        _ page: String, files: [String: String] = [:]
    ) async throws -> (page: String, differences: [String]) {
        let project = try ProofProject(page, files: files)
        let verdicts = try await project.run().verdicts
        let updates = verdicts.compactMap { OutputUpdate($0) }
        guard let file = updates.first?.file else { return (page, []) }
        #expect(file.path == "pages/a.md")
        return (String(decoding: OutputUpdate.applying(updates, to: file), as: UTF8.self), updates.map(\.difference))
    }

    @Test(arguments: [
        ("print one\nprint two", "x", "one\ntwo", "- x\n+ one\n+ two\n"),
        ("print one\nprint two", "one", "one\ntwo", "+ two\n"),
        ("print two", "one\ntwo", "two", "- one\n"),
        ("print a 1\nprint b\nprint c 2", "a [N]\nx\nc [..]", "a [N]\nb\nc [..]", "- x\n+ b\n"),
        ("print one", "\n\none", "one", "- \n- \n"),
        ("print", "one", "", "- one\n"),
        ("print one", "", "one", "+ one\n"),
        ("print one\nprint\nprint two", "one\ntwo", "one\n\ntwo", "+ \n"),
    ])
    func linesThatDifferAreReplaced(code: String, shown: String, expected: String, difference: String) async throws {
        let fence = { (text: String) in text.isEmpty ? "\n```output\n```\n" : ProofProject.output(text) }
        let page = ProofProject.fence("#a", code) + fence(shown) + "\nText.\n"
        let (new, differences) = try await updated(page)
        #expect(new == ProofProject.fence("#a", code) + fence(expected) + "\nText.\n")
        #expect(differences.map { $0.split(separator: "\n", maxSplits: 1).last.map(String.init) } == [difference])
        #expect(try await updated(new).differences.isEmpty)
    }

    @Test func severalBlocksOfAFileAreRewritten() async throws {
        let page =
            ProofProject.fence("#a", "print 1") + ProofProject.output("x")
            + ProofProject.fence("#b", "print 2\nprint 3") + ProofProject.output("2\ny")
        let (new, differences) = try await updated(page)
        #expect(new == page.replacing("\nx\n", with: "\n1\n").replacing("\ny\n", with: "\n3\n"))
        #expect(differences == ["pages/a.md:6 `a`\n- x\n+ 1\n", "pages/a.md:15 `b`\n- y\n+ 3\n"])
    }

    /// In a quote or a list, what stands before lines stays, and an empty line does not end the quote.
    @Test(arguments: ["> ", "> > ", "  ", "\t"]) func containersStay(prefix: String) async throws {
        let opening = prefix.contains(">") ? "" : prefix == "\t" ? "1.  item\n\n" : "- item\n\n"
        let lines = { (text: String) in
            text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
                line.isEmpty ? (prefix.contains(">") ? prefix.dropLast() + "\n" : "\n") : prefix + line + "\n"
            }.joined()
        }
        let code = ProofProject.fence("#a", "print one\nprint\nprint two")
        let page = opening + lines(code + ProofProject.output("x"))
        let (new, differences) = try await updated(page)
        #expect(new == opening + lines(code + ProofProject.output("one\n\ntwo")) && differences.count == 1)
        #expect(try await updated(new).differences.isEmpty)
    }

    @Test func linesOfAListItemGoBelowItsText() async throws {
        let page = "1. ```words\n   print one\n   ```\n   ```output\n   x\n   ```\n"
        #expect(try await updated(page).page == page.replacing("   x\n", with: "   one\n"))
    }

    @Test func endingsOfLinesStay() async throws {
        let page = (ProofProject.fence("#a", "print one\nprint two") + ProofProject.output("x")).replacing(
            "\n", with: "\r\n")
        #expect(try await updated(page).page == page.replacing("\r\nx\r\n", with: "\r\none\r\ntwo\r\n"))
    }

    /// A page is not rewritten for output that would end its block, nor for output that another file holds.
    @Test func whatCannotBeShownIsLeft() async throws {
        let fence = ProofProject.fence("#a", "print ```") + ProofProject.output("x")
        #expect(try await updated(fence).differences.isEmpty)
        let longer = "````words\nprint ```\n````\n\n````output\nx\n````\n"
        #expect(try await updated(longer).page == longer.replacing("\nx\n", with: "\n```\n"))
        let included =
            ProofProject.fence("#a", "print one") + "\n```output\n{{include out.txt}}\n```\n\nText.\n\nMore.\n"
        let (page, _) = try await updated(included, files: ["pages/out.txt": "x\ny\nz\n"])
        #expect(page.hasSuffix("```\n\nText.\n\nMore.\n"))
    }
}
