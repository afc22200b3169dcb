import Diagnostics
import TestSupport
import Testing

@Suite struct PositionMapTests {
    let file = SourceFile(path: "a.md", text: "0123456789")
    let other = SourceFile(path: "b.md", text: "abcdef")

    @Test func identityGivesTheSameBytes() {
        let map = PositionMap(identity: file)
        #expect(map.origin(of: 2..<5).span.range == 2..<5)
        #expect(map.origin(at: 10).span.range == 10..<10)
    }

    @Test func rangesOutsideAreMovedToTheEnds() {
        let map = PositionMap(identity: file)
        #expect(map.origin(of: 8..<99).span.range == 8..<10)
    }

    @Test func anIncludeLeadsToTheIncludedFile() throws {
        let outer = PositionMap(identity: file)
        let directive = outer.origin(of: 3..<5)
        var builder = PositionMap.Builder()
        builder.copy(0..<3, of: outer)
        builder.copy(1..<4, of: PositionMap(identity: other), includedFrom: directive)
        builder.copy(5..<10, of: outer)
        let map = builder.build(fallback: file.wholeSpan)
        #expect(map.count == 11)
        let inside = map.origin(of: 3..<5)
        #expect(inside.span.file === other)
        #expect(inside.span.range == 1..<3)
        #expect(inside.includedFrom.map(\.range) == [3..<5])
        #expect(map.origin(of: 6..<8).span.range == 5..<7)
        #expect(map.origin(of: 6..<8).includedFrom.isEmpty)
        // From before the include to behind it: one span in the including file.
        #expect(map.origin(of: 1..<8).span.range == 1..<7)
        #expect(map.origin(of: 1..<8).span.file === file)
    }

    @Test func aReplacementLeadsToAllThatItReplaced() {
        var builder = PositionMap.Builder()
        let outer = PositionMap(identity: file)
        builder.copy(0..<2, of: outer)
        builder.replace(2..<6, of: outer, with: 1)
        builder.copy(6..<10, of: outer)
        let map = builder.build(fallback: file.wholeSpan)
        #expect(map.origin(of: 2..<3).span.range == 2..<6)
        #expect(map.origin(of: 3..<4).span.range == 6..<7)
        #expect(map.origin(of: 1..<4).span.range == 1..<7)
    }

    /// Random chains of copies and replacements, against a map kept byte for byte.
    @Test(arguments: 0..<200) func composes(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var map = PositionMap(identity: file)
        var bytes: [Range<Int>] = (0..<10).map { $0..<$0 + 1 }
        for _ in 0..<4 {
            var builder = PositionMap.Builder()
            var next: [Range<Int>] = []
            for _ in 0..<Int.random(in: 1...5, using: &random) where !bytes.isEmpty {
                let lower = Int.random(in: 0..<bytes.count, using: &random)
                let upper = Int.random(in: lower + 1...bytes.count, using: &random)
                if Bool.random(using: &random) {
                    builder.copy(lower..<upper, of: map)
                    next += bytes[lower..<upper]
                } else {
                    let length = Int.random(in: 1...3, using: &random)
                    builder.replace(lower..<upper, of: map, with: length)
                    // What a replaced run of several origins covers is the next test's matter: keep to one byte.
                    let whole = map.origin(of: lower..<upper).span.range
                    next += Array(repeating: whole, count: length)
                }
            }
            map = builder.build(fallback: file.wholeSpan)
            bytes = next
        }
        #expect(map.count == bytes.count)
        for (offset, expected) in bytes.enumerated() {
            #expect(map.origin(of: offset..<offset + 1).span.range == expected)
        }
    }
}
