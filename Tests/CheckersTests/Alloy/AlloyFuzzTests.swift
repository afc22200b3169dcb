import Diagnostics
import TestSupport
import Testing

@testable import Checkers

struct AlloyFuzzTests {
    private func read(_ bytes: [UInt8]) {
        let file = SourceFile(path: "fuzz.alloy", bytes: bytes)
        let text = AlloyText(bytes, map: PositionMap(identity: file))
        for error in text.errors {
            #expect(error.range.lowerBound >= 0 && error.range.upperBound <= bytes.count)
        }
        check(text.body, bytes.count)
        let findings = AlloyValidation(text, isWhole: bytes.count % 2 == 0).findings
        #expect(text.errors.isEmpty || !findings.isEmpty)
    }

    private func check(_ statements: [AlloyStatement], _ count: Int) {
        for block in statements.blocks {
            #expect(block.range.upperBound <= count && block.range.lowerBound < block.range.upperBound)
            check(block.body, count)
        }
        for attribute in statements.attributes { #expect(attribute.value.range.upperBound <= count) }
    }

    @Test func randomBytes() {
        var generator = SeededGenerator(seed: 5)
        let alphabet = Array("ab.=\"`'{}[](),\n /*#-!|&<>0e\\u\u{e9}".utf8) + [0, 0xFF, 0xE2]
        for _ in 0..<3_000 {
            let count = Int.random(in: 0..<60, using: &generator)
            read((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 })
        }
    }

    @Test func mutations() {
        var generator = SeededGenerator(seed: 7)
        let good = Array(AlloyRuleTests.pipeline.utf8)
        for _ in 0..<600 {
            var bytes = good
            for _ in 0..<Int.random(in: 1..<4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + 30))
                default: bytes[place] = "{}[]()\"`.=,\n".utf8.randomElement(using: &generator) ?? 0
                }
            }
            read(bytes)
        }
    }

    /// What nests or goes on without end is refused, not followed.
    @Test(arguments: ["[", "{a=", "(", "a {\n", "-", "!", "a(", "a[", "a.", "1+", "1^", "/*", "\"\\"])
    func endless(_ part: String) {
        for prefix in ["", "a = "] { read(Array((prefix + String(repeating: part, count: 20_000)).utf8)) }
    }
}
