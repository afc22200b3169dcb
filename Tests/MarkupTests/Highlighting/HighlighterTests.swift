import Foundation
import TestSupport
import Testing

@testable import Markup

@Suite struct HighlighterTests {
    static let samples = [
        "logql", "promql", "yaml", "bash", "console", "sql", "python", "json", "nginx", "ini", "hcl", "alloy", "diff",
        "http",
    ]

    private func tokens(_ bytes: [UInt8], _ language: String) -> [HighlightToken] {
        bytes.withUnsafeBufferPointer { Highlighter.highlight($0, language: language) }
    }

    /// Each token as `‹kind text›` in its place.
    @Test(arguments: samples) func colors(language: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Samples/\(language).txt")
        let bytes = Array(try Data(contentsOf: file))
        var output = ""
        var offset = 0
        for token in tokens(bytes, language) {
            output += String(decoding: bytes[offset..<token.range.lowerBound], as: UTF8.self)
            output += "‹\(token.kind.rawValue) \(String(decoding: bytes[token.range], as: UTF8.self))›"
            offset = token.range.upperBound
        }
        output += String(decoding: bytes[offset...], as: UTF8.self)
        expectSnapshot(output, named: "\(language).txt")
    }

    @Test(arguments: Highlighter.languages) func tokensAreInOrderWhateverTheText(language: String) {
        var random = SeededGenerator(seed: 42)
        let alphabet = Array("ab\"'`$#-/*{}[]()<>=:|&\\\n\t .,;@!~19é<<'END'\nEND\"\"\"".utf8)
        for _ in 0..<300 {
            let count = Int.random(in: 0..<80, using: &random)
            let bytes = (0..<count).map { _ in
                Bool.random(using: &random)
                    ? alphabet.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            }
            var last = 0
            for token in tokens(bytes, language) {
                #expect(
                    token.range.lowerBound >= last && token.range.upperBound <= bytes.count && !token.range.isEmpty,
                    "\(bytes)")
                last = token.range.upperBound
            }
        }
    }

    @Test func anUnknownLanguageIsPlain() {
        #expect(tokens(Array("SELECT 1".utf8), "cobol").isEmpty)
        #expect(!Highlighter.knows("cobol"))
        #expect(Highlighter.knows("text") && Highlighter.knows("output"))
    }
}
