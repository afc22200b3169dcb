import TestSupport
import Testing

@testable import Site

@Suite struct SearchWordsTests {
    @Test(arguments: SearchSamples.words) func partsTexts(sample: SearchSamples.Sample) {
        let found = words(of: Array(sample.text.utf8))
        #expect(found.filter { !$0.isPart }.map(\.word) == sample.wholes)
        #expect(found.filter(\.isPart).map(\.word) == sample.parts)
    }

    @Test func anyBytesArePartedWithoutHarm() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                "aZ9_-./: é査\u{301}\u{1F600}Σ\u{0}".unicodeScalars.randomElement(using: &generator) ?? " "
            }
            var bytes = Array(String(String.UnicodeScalarView(text)).utf8)
            // A text that is cut within a character is not valid, and no reason to fall over.
            if Bool.random(using: &generator), !bytes.isEmpty { bytes.removeLast() }
            for (word, _) in words(of: bytes) { #expect(!word.isEmpty && word.utf8.count <= 64) }
        }
    }

    private func words(of text: [UInt8]) -> [(word: String, isPart: Bool)] {
        var found: [(word: String, isPart: Bool)] = []
        var words = SearchWords()
        text.withUnsafeBufferPointer { text in
            words.scan(text) { found.append((String(decoding: $0, as: UTF8.self), $1)) }
        }
        return found
    }
}
