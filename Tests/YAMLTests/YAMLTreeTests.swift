import Diagnostics
import TestSupport
import Testing

@testable import YAML

@Suite struct YAMLTreeTests {
    @Test func everyKeyAndValueHasItsRange() throws {
        let marked = MarkedText(
            """
            ⟦title⟧: ⟦Ünï⟧
            ⟦list⟧:
              ⟦- ⟦a⟧
              - ⟦"b c"⟧⟧
            flow: ⟦{x: [1, ⟦2⟧]}⟧ # comment
            map:
              ⟦one: ⟦1⟧⟧

            """)
        var report: [Diagnostic] = []
        let root = try #require(YAMLStream(marked.file("t.yml"), into: &report).documents.first)
        let mapping = try #require(root.mapping)
        let list = try #require(mapping["list"])
        let nodes = [
            mapping.entries[0].key, mapping.entries[0].value, list.key, list.value, list.value.sequence?[0],
            list.value.sequence?[1], root["flow"], root["flow"]?["x"]?.sequence?[1], root["map"], root["map"]?["one"],
        ]
        #expect(nodes.map { $0?.span.range } == marked.ranges)
        #expect(report.isEmpty)
    }

    @Test func documentsAnchorsAndTypes() throws {
        let text = "a: &x {n: 1}\nb: *x\nyes: yes\nno: ~\nt: true\nq: 'true'\n---\nsecond\n--- \n- 1.5\n"
        var report: [Diagnostic] = []
        let documents = YAMLStream(SourceFile(path: "t.yml", text: text), into: &report).documents
        #expect(documents.count == 3)
        let root = try #require(documents.first)
        #expect(root["b"]?["n"]?.scalar?.integer == 1)
        #expect(root["b"]?.span.text == "*x")
        #expect(root["b"]?["n"]?.span.text == "1")
        #expect(root["yes"]?.scalar?.bool == nil)
        #expect(root["no"]?.isNull == true)
        #expect(root["t"]?.scalar?.bool == true)
        #expect(root["q"]?.scalar?.bool == nil)
        #expect(documents[2].sequence?[0].scalar?.double == 1.5)
        #expect(report.isEmpty)
    }

    @Test func aTextWithinAFileMapsToTheFile() throws {
        let marked = MarkedText("intro\n> k: v\n> l: ⟦w⟧\n")
        let file = marked.file("t.md")
        var builder = PositionMap.Builder()
        let identity = PositionMap(identity: file)
        builder.copy(8..<13, of: identity)
        builder.copy(15..<20, of: identity)
        let bytes = Array(file.bytes[8..<13] + file.bytes[15..<20])
        var report: [Diagnostic] = []
        let stream = YAMLStream(bytes: bytes, map: builder.build(fallback: file.wholeSpan), into: &report)
        #expect(stream.documents.first?["l"]?.span.range == marked.ranges[0])
        #expect(
            stream.documents.first?["l"]?.scalar?.map.origin(at: 0).span.range.lowerBound == marked.ranges[0].lowerBound
        )
    }

    /// Each text has one fault, at the mark.
    @Test(arguments: [
        ("k: 1\n⟦k⟧: 2\n", "yaml/duplicate-key", "the key `k` stands twice in this mapping"),
        ("a: ⟦*b⟧\n", "yaml/unknown-alias", "the alias `*b` has no anchor before it"),
        ("a:\n⟦\t⟧b: 1\n", "yaml/tab", "found a tab, expected spaces"),
        ("a: b⟦:⟧ c\n", "yaml/syntax", "found a `:` that would begin a second value on this line"),
        ("a: 1\n⟦bcd⟧\nc: 2\n", "yaml/syntax", "this line has no `:` after its key"),
        ("a: ⟦\"⟧open\n", "yaml/syntax", "this quotation mark is never closed"),
        ("a: ⟦@⟧x\n", "yaml/syntax", "no value can begin with `@x`"),
        ("a: \"⟦\\d⟧\"\n", "yaml/syntax", "found a backslash with a letter that YAML has no meaning for"),
        ("a: [1, 2\nb⟦:⟧ 3\n", "yaml/syntax", "found `:`, expected `,` or `]`"),
        ("  a: 1\n⟦b⟧: 2\n", "yaml/syntax", "found `b`, expected the end of the text"),
        ("a: 1\n b⟦:⟧ 2\n", "yaml/syntax", "found a `:` that would begin a second value on this line"),
        ("a: %⟦\u{1}⟧\n", "yaml/syntax", "found a control character"),
        ("a: ⟦%⟧x\n", "yaml/syntax", "no value can begin with `%x`"),
        ("a: ⟦*⟧ x\n", "yaml/syntax", "`*` begins an alias, which needs a name"),
        ("é: |⟦x⟧\n", "yaml/syntax", "found `x`, expected the end of the line"),
        ("a: ⟦- ⟧b\n", "yaml/syntax", "a list can't begin here"),
    ])
    func faultsHaveTheirPlace(marked: String, rule: String, message: String) throws {
        let marked = MarkedText(marked)
        var report: [Diagnostic] = []
        _ = YAMLStream(marked.file("t.yml"), into: &report)
        try #require(report.count == 1)
        #expect(report[0].rule.text == rule)
        #expect(report[0].message == message)
        #expect(report[0].span.range.lowerBound == marked.ranges.first?.lowerBound)
    }

    @Test func aDuplicateBeforeAFaultIsReportedToo() {
        var report: [Diagnostic] = []
        let stream = YAMLStream(SourceFile(path: "t.yml", text: "a:\n  k: 1\n  k: 2\nb: 'x\n"), into: &report)
        #expect(report.map(\.rule.text) == ["yaml/duplicate-key", "yaml/syntax"])
        #expect(!stream.isComplete)
    }

    @Test func aliasesThatMultiplyAreRefused() {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        for level in 1...30 {
            text +=
                "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
                + "]\n"
        }
        var report: [Diagnostic] = []
        _ = YAMLStream(SourceFile(path: "t.yml", text: text), into: &report)
        #expect(report.map(\.rule) == [YAMLTooManyAliases.id])
    }

    @Test(arguments: [
        String(repeating: "[", count: 10_000), String(repeating: "{a: ", count: 10_000),
        String(repeating: "- ", count: 10_000),
        (1...10_000).reduce(into: "- &a0 [x]\n") { $0 += "- &a\($1) [*a\($1 - 1)]\n" },
    ])
    func deepNestingIsRefused(text: String) {
        var report: [Diagnostic] = []
        _ = YAMLStream(SourceFile(path: "t.yml", text: text), into: &report)
        #expect(report.map(\.rule) == [YAMLTooDeep.id])
    }

    @Test func bytesThatAreNoTextAreReported() {
        for bytes: [UInt8] in [[0x61, 0x3A, 0x20, 0xFF], [0], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x61, 0x00], []] {
            var report: [Diagnostic] = []
            _ = YAMLStream(SourceFile(path: "t.yml", bytes: bytes), into: &report)
            #expect(report.count == (bytes.isEmpty || bytes == [0xEF, 0xBB, 0xBF] ? 0 : 1))
        }
        var report: [Diagnostic] = []
        _ = YAMLStream(SourceFile(path: "t.yml", bytes: [0x61, 0x3A, 0x20, 0xFF]), into: &report)
        #expect(report.first?.span.range == 3..<4)
    }

    @Test func aByteOrderMarkIsNoPartOfTheFirstKey() throws {
        var report: [Diagnostic] = []
        let root = YAMLStream(SourceFile(path: "t.yml", text: "\u{FEFF}a: 1\nb: 2\n"), into: &report).documents.first
        #expect(root?["b"]?.span.range == 11..<12)
        #expect(report.isEmpty)
    }
}
