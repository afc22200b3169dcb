import Diagnostics
import Testing

@testable import Markup

@Suite struct NestingTooDeepTests {
    static let message = "quotes and lists are nested more than 100 deep here"

    @Test func tenThousandQuotes() {
        let parsed = Parsed(String(repeating: ">", count: 10_000) + " text\n")
        #expect(parsed.findings == [Finding("markup/nesting-too-deep", 100..<101, Self.message)])
        #expect(parsed.html.contains("text"))
    }

    @Test func tenThousandItems() {
        let parsed = Parsed(String(repeating: "- ", count: 10_000) + "text\n" + String(repeating: "\n", count: 10_000))
        #expect(parsed.findings == [Finding("markup/nesting-too-deep", 200..<201, Self.message)])
    }

    @Test func everyLineOfARunIsOneFinding() {
        let line = String(repeating: "> ", count: 120) + "x\n"
        let parsed = Parsed(line + line + "\n" + line)
        #expect(parsed.findings.map(\.range) == [200..<201, 2 * 242 + 1 + 200..<2 * 242 + 1 + 201])
    }

    @Test func listsThatGrowLineByLine() {
        let text = (0..<150).map { String(repeating: "  ", count: $0) + "- x\n" }.joined()
        let parsed = Parsed(text)
        #expect(parsed.findings.map(\.message) == [Self.message])
    }

    @Test func asManyAsAllowed() {
        #expect(Parsed(String(repeating: "> ", count: 100) + "text\n").findings == [])
        #expect(Parsed(String(repeating: "- ", count: 200) + "-\n").findings == [])
    }

    @Test func codeIsNoNesting() {
        let line = String(repeating: ">", count: 500)
        let parsed = Parsed("```text\n\(line)\n```\n")
        #expect(parsed.findings == [])
        #expect(parsed.document.codeBlocks.map { String(decoding: $0.body, as: UTF8.self) } == [line + "\n"])
    }

    @Test func deepInlines() {
        let parsed = Parsed(String(repeating: "*a **b ", count: 5000) + String(repeating: "c** d* ", count: 5000))
        #expect(parsed.html.hasPrefix("<p>"))
        #expect(Parsed(String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)).findings == [])
    }
}
