import TestSupport
import Testing

@testable import Markup

/// Pieces of memory keep what was put into them, however they grow and whoever asks besides.
@Suite struct ParserMemoryTests {
    private struct Piece {
        var start: UnsafeMutableRawPointer
        var count: Int
        let mark: UInt8

        var isWhole: Bool { UnsafeRawBufferPointer(start: start, count: count).allSatisfy { $0 == mark } }
    }

    @Test(arguments: 1...4) func piecesKeepWhatTheyHold(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 1...3 {
            ParserMemory.use { memory in
                var pieces: [Piece] = []
                for number in 0..<2000 {
                    // A few are larger than a whole block.
                    let count = Int.random(in: 0...(number % 500 == 7 ? 1_000_000 : 300), using: &generator)
                    if let index = pieces.indices.randomElement(using: &generator), number % 3 == 0 {
                        let last = number % 2 == 0 ? pieces.count - 1 : index
                        let before = pieces[last].count
                        guard let grown = memory.pointee.realloc(pieces[last].start, before + count) else { return }
                        pieces[last].start = grown
                        pieces[last].count = before + count
                        memset(grown, pieces[last].mark, from: before, to: before + count)
                    } else {
                        guard let start = memory.pointee.calloc(1, count) else { return }
                        #expect(UInt(bitPattern: start) % 16 == 0)
                        #expect(Piece(start: start, count: count, mark: 0).isWhole)
                        let piece = Piece(start: start, count: count, mark: UInt8(number % 251))
                        memset(start, piece.mark, from: 0, to: count)
                        pieces.append(piece)
                    }
                }
                let isWhole = pieces.allSatisfy(\.isWhole)
                #expect(isWhole)
            }
        }
    }

    private func memset(_ start: UnsafeMutableRawPointer, _ mark: UInt8, from: Int, to end: Int) {
        for offset in from..<end { start.storeBytes(of: mark, toByteOffset: offset, as: UInt8.self) }
    }
}
