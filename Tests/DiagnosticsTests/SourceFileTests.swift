import Diagnostics
import Testing

@Suite struct SourceFileTests {
    let file = SourceFile(path: "a.md", text: "äb\r\n漢\n")

    @Test func columnsCountScalars() {
        #expect(file.location(at: 0) == Location(line: 1, column: 1))
        #expect(file.location(at: 2) == Location(line: 1, column: 2))
        #expect(file.location(at: 5) == Location(line: 2, column: 1))
        #expect(file.location(at: 8) == Location(line: 2, column: 2))
        #expect(file.location(at: 9) == Location(line: 3, column: 1))
        #expect(file.location(at: 99) == Location(line: 3, column: 1))
    }

    @Test func linesExcludeTheirEnding() {
        #expect(file.lineRange(0) == 0..<3)
        #expect(file.lineRange(1) == 5..<8)
        #expect(file.lineRange(2) == 9..<9)
    }

    @Test func spansStayInside() {
        #expect(file.span(-5..<3).range == 0..<3)
        #expect(file.span(7..<70).range == 7..<9)
        #expect(file.span(50..<70).range == 9..<9)
    }

    @Test func anEmptyFileHasOneLine() {
        let empty = SourceFile(path: "e", text: "")
        #expect(empty.lineStarts == [0])
        #expect(empty.location(at: 0) == Location(line: 1, column: 1))
    }
}
