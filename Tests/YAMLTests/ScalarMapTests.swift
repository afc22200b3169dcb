import Diagnostics
import Testing

@testable import YAML

@Suite struct ScalarMapTests {
    /// Reads a text whose root is a mapping, and returns the scalar of its key `k`.
    private func scalar(_ text: String) throws -> YAMLScalar {
        var report: [Diagnostic] = []
        let file = SourceFile(path: "t.yml", text: text)
        let stream = YAMLStream(file, into: &report)
        #expect(report.isEmpty)
        return try #require(stream.documents.first?["k"]?.scalar)
    }

    /// The source text of a part of the decoded value.
    private func source(of part: String, in scalar: YAMLScalar) throws -> (text: String, range: Range<Int>) {
        let value = Array(scalar.value.utf8)
        let wanted = Array(part.utf8)
        let start = try #require(value.indices.first { value[$0...].starts(with: wanted) })
        let span = scalar.map.origin(of: start..<start + wanted.count).span
        return (span.text, span.range)
    }

    @Test(arguments: [
        ("k: plain text\n", "plain text", "plain text"),
        (
            "k: plain\n  over lines\n\n  and more # no\n", "plain over lines\nand more",
            "plain\n  over lines\n\n  and more"
        ),
        ("k: 'it''s'\n", "it's", "'it''s'"),
        (#"k: "a\tb\u00e9\x41\"""#, "a\tb\u{E9}A\"", #""a\tb\u00e9\x41\"""#),
        ("k: \"a \\\n  b\n\n  c\"\n", "a b\nc", "\"a \\\n  b\n\n  c\""),
        ("k: |\n  one\n   two\n\n  three\n\n\nz: 1\n", "one\n two\n\nthree\n", "|\n  one\n   two\n\n  three"),
        ("k: |-\n  one\n  two\n", "one\ntwo", "|-\n  one\n  two"),
        ("k: |+\n  one\n\nz: 1\n", "one\n\n", "|+\n  one"),
        ("k: |2\n    one\n  two\n", "  one\ntwo\n", "|2\n    one\n  two"),
        (
            "k: >\n  one\n  two\n\n  three\n    more\n  four\n", "one two\nthree\n  more\nfour\n",
            ">\n  one\n  two\n\n  three\n    more\n  four"
        ),
        ("k: &a !!str |  # why\r\n  one\r\n  two\r\n", "one\ntwo\n", "|  # why\r\n  one\r\n  two"),
        ("k:\n", "", ""),
        ("ü: ö\nk: \"ä\\nö\"\n", "ä\nö", "\"ä\\nö\""),
    ])
    func valueAndRange(text: String, value: String, range: String) throws {
        let scalar = try scalar(text)
        #expect(scalar.value == value)
        #expect(scalar.origin.span.text == range)
        #expect(scalar.map.count == value.utf8.count)
    }

    @Test func partsLeadToTheirBytes() throws {
        #expect(try source(of: "level", in: scalar("k: 'a ''x'' level'\n")).text == "level")
        #expect(try source(of: "\u{E9}", in: scalar(#"k: "caf\u00e9 x""#)).text == #"\u00e9"#)
        #expect(try source(of: "two\nthree", in: scalar("k: |\n  one\n  two\n  three\n")).text == "two\n  three")
        #expect(try source(of: "three", in: scalar("k: >-\n  one\n  two\n  three\n")).range == 20..<25)
        #expect(try source(of: "b", in: scalar("k: a\n  b\n")).range == 7..<8)
    }

    /// Values of many shapes, in every style: the second decoding must agree with libyaml, so that no map is coarse.
    @Test func agreesWithTheParserOnRandomTexts() throws {
        var random = SeededGenerator(seed: 7)
        let pieces = [
            "a", "é", "😀", " ", "  ", "\n", "\n\n", "\n   ", "x: ", "#", "'", "\"", "\\n", "\\x41", "\\\n", "\t", "-",
            "  \n", "b c",
        ]
        var compared = 0
        for _ in 0..<20_000 {
            let content = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            let indented = content.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
            let forms = [
                "k: \(indented)\n", "k: '\(indented)'\n", "k: \"\(indented)\"\n", "k: |\n  \(indented)\n",
                "k: |-\n  \(indented)",
                "k: |+\n  \(indented)\n\n", "k: >\n  \(indented)\n", "k: >+\n  \(indented)\n\nz: 1\n",
                "k: |2-\n  \(indented)\n",
            ]
            var text = forms.randomElement(using: &random) ?? ""
            if Bool.random(using: &random) { text = text.replacing("\n", with: "\r\n") }
            var report: [Diagnostic] = []
            let stream = YAMLStream(SourceFile(path: "t.yml", text: text), into: &report)
            for finding in report {
                #expect(finding.span.range.upperBound <= text.utf8.count)
            }
            guard report.isEmpty, let scalar = stream.documents.first?["k"]?.scalar else { continue }
            compared += 1
            #expect(
                ScalarDecoding.decoded(scalar) == Array(scalar.value.utf8),
                "\(text.debugDescription) \(scalar.value.debugDescription)")
            #expect(scalar.map.count == scalar.value.utf8.count)
        }
        #expect(compared > 5_000)
    }
}

/// SplitMix64, so that a failing run can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
