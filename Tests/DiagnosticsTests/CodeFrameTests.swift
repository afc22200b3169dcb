import TestSupport
import Testing

@testable import Diagnostics

@Suite struct CodeFrameTests {
    private func frame(_ marked: String) throws -> CodeFrame {
        let text = MarkedText(marked)
        return CodeFrame(text.file().span(try #require(text.ranges.first)))
    }

    @Test(arguments: [
        ("plain ⟦word⟧ here", "plain word here", "      ^^^^"),
        ("\t⟦x⟧", "    x", "    ^"),
        ("ab\t⟦x⟧", "ab  x", "    ^"),
        ("⟦a\tb⟧", "a   b", "^^^^^"),
        ("漢字 ⟦字⟧ x", "漢字 字 x", "     ^^"),
        ("e\u{301}e\u{301} ⟦x⟧", "e\u{301}e\u{301} x", "   ^"),
        ("👩‍🔬 🇩🇪 ⟦x⟧", "👩‍🔬 🇩🇪 x", "      ^"),
        ("1️⃣ ⟦x⟧", "1️⃣ x", "   ^"),
        ("a\u{0}⟦b⟧", "a␀b", "  ^"),
        ("end⟦⟧", "end", "   ^"),
    ])
    func putsCaretsUnderTheText(marked: String, line: String, carets: String) throws {
        let frame = try frame(marked)
        #expect(frame.line == line)
        #expect(frame.carets == carets)
    }

    @Test func countsFurtherLines() throws {
        let frame = try frame("one\ntw⟦o\nthree\nfo⟧ur")
        #expect(frame.lineNumber == 2)
        #expect(frame.line == "two")
        #expect(frame.carets == "  ^")
        #expect(frame.furtherLines == 2)
    }

    @Test func leavesOutTheLineEnding() throws {
        #expect(try frame("⟦one\r\n⟧two").line == "one")
        #expect(try frame("⟦one\r\n⟧two").furtherLines == 0)
    }

    @Test func cutsLongLinesAroundThePlace() throws {
        let long = String(repeating: "a", count: 400)
        let frame = try frame(long + "⟦needle⟧" + long)
        #expect(frame.line.contains("needle"))
        #expect(frame.line.hasPrefix("…") && frame.line.hasSuffix("…"))
        #expect(DisplayWidth.of(frame.line) <= CodeFrame.maximumWidth + 2)
        let start = try #require(frame.line.range(of: "needle"))
        let indent = frame.line.distance(from: frame.line.startIndex, to: start.lowerBound)
        #expect(frame.carets == String(repeating: " ", count: indent) + "^^^^^^")
    }

    @Test func survivesInvalidUTF8() {
        let file = SourceFile(path: "x", bytes: [0x61, 0xFF, 0xC3, 0x28])
        #expect(CodeFrame(file.span(1..<2)).line == "a\u{FFFD}\u{FFFD}(")
    }
}
