import Foundation
import Testing

@testable import Site

struct SocialCardTests {
    /// The chunks of a PNG, each with a sound checksum.
    private func chunks(of png: [UInt8]) throws -> [String: [UInt8]] {
        try #require(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        var chunks: [String: [UInt8]] = [:]
        var index = 8
        while index < png.count {
            let length = png[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
            let body = png[index + 4..<index + 8 + length]
            let expected = png[index + 8 + length..<index + 12 + length].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
            var remainder: UInt32 = 0xFFFF_FFFF
            for byte in body {
                remainder ^= UInt32(byte)
                for _ in 0..<8 { remainder = remainder & 1 == 1 ? 0xEDB8_8320 ^ remainder >> 1 : remainder >> 1 }
            }
            #expect(~remainder == expected)
            chunks[String(decoding: body.prefix(4), as: UTF8.self)] = Array(body.dropFirst(4))
            index += 12 + length
        }
        return chunks
    }

    /// The pixels, as Python's zlib unpacks them: another's reader has to agree with our writer.
    private func pixels(of png: [UInt8], width: Int) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [
            "-c", "import sys, zlib; sys.stdout.buffer.write(zlib.decompress(sys.stdin.buffer.read()))",
        ]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let data = Data(try #require(try chunks(of: png)["IDAT"]))
        let writer = Thread {
            try? input.fileHandleForWriting.write(contentsOf: data)
            try? input.fileHandleForWriting.close()
        }
        writer.start()
        let rows = Array(try output.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        var pixels: [UInt8] = []
        for (row, start) in stride(from: 0, to: rows.count, by: width + 1).enumerated() {
            #expect(rows[start] == 2)
            for column in 0..<width {
                let above = row == 0 ? 0 : pixels[(row - 1) * width + column]
                pixels.append(rows[start + 1 + column] &+ above)
            }
        }
        return pixels
    }

    @Test(arguments: [1, 2, 3, 4, 10, 11, 18, 130, 257, 258, 259, 260, 261, 262, 515, 516, 517, 5000])
    func runsOfAnyLengthAreReadBackByAnother(length: Int) throws {
        let pixels = [7] + [UInt8](repeating: 200, count: length) + [143, 144, 255, 0]
        let image = PNGImage(width: pixels.count, height: 1, palette: [(0, 0, 0)], pixels: pixels)
        #expect(try self.pixels(of: image.bytes, width: pixels.count) == pixels)
    }

    @Test func rowsAreDifferencesToThoseAbove() throws {
        let pixels: [UInt8] = [1, 2, 3, 1, 2, 3, 255, 0, 4]
        let image = PNGImage(width: 3, height: 3, palette: [(1, 2, 3), (4, 5, 6)], pixels: pixels)
        #expect(try self.pixels(of: image.bytes, width: 3) == pixels)
        #expect(try chunks(of: image.bytes)["PLTE"] == [1, 2, 3, 4, 5, 6])
        #expect(try chunks(of: image.bytes)["IHDR"] == [0, 0, 0, 3, 0, 0, 0, 3, 8, 3, 0, 0, 0])
    }

    private func card(_ title: String, proven: Int = 3, of examples: Int = 4) -> [UInt8] {
        let entries = (0..<examples).map { number in
            var entry = EvidenceLedger.Entry(id: "\(number)", fragment: "a.md", digest: "\(number)", language: "text")
            if number < proven { entry.level = "parsed" } else { entry.skip = "it can't be" }
            return entry
        }
        return SocialCard(title: title, tagline: "A line", totals: ProofTotals(EvidenceLedger(entries))).output().bytes
    }

    @Test func aCardIsSmallAndTheSameEachTime() throws {
        let card = card("Grafana Loki under FraiseQL")
        #expect(card == self.card("Grafana Loki under FraiseQL"))
        #expect(card.count < 50_000)
        #expect(try chunks(of: card)["IHDR"]?.prefix(8) == [0, 0, 4, 176, 0, 0, 2, 118])
        #expect(try pixels(of: card, width: 1200).count == 1200 * 630)
    }

    @Test func titlesAndTotalsAreOnIt() throws {
        #expect(card("Harbour") != card("Harbor"))
        #expect(card("Harbour", proven: 3) != card("Harbour", proven: 4))
        #expect(card("Café") == card("Cafe"), "accents are left out")
        #expect(card("港湾の手引き") == card("항구 안내서"), "what can't be written is left out")
    }

    @Test func longTitlesStayOnTheCard() {
        let long = String(repeating: "An uncommonly long title of a handbook ", count: 6)
        #expect(card(long) != card("An"))
        #expect(card(String(repeating: "w", count: 400)).count < 50_000)
    }

    @Test func totalsAreToldInWordsAndShares() throws {
        var entries = ["parsed", "matched", "matched"].enumerated().map { index, level in
            var entry = EvidenceLedger.Entry(id: "\(index)", fragment: "a.md", digest: "\(index)", language: "text")
            entry.level = level
            return entry
        }
        #expect(ProofTotals(EvidenceLedger(entries)).sentence == "All 3 examples proven")
        entries[0].skip = "later"
        let totals = ProofTotals(EvidenceLedger(entries))
        #expect(totals.sentence == "2 of 3 examples proven")
        #expect(totals.levels.map(\.name) == ["matched"])
        guard case .list(let levels) = totals.context(address: "proof.html")["levels"], levels.count == 1,
            case .text(let share) = levels[0]["share"]
        else {
            Issue.record("the context has no level")
            return
        }
        #expect(share == "66.67")
    }

    @Test func everyLetterOfPlainTextIsKnown() {
        let text = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 .,:;!?'\"-–—_/()+=·&%#"
        for character in text { #expect(CardLetters.letter(character) != nil, "\(character)") }
        #expect(CardLetters.letter("é") != nil && CardLetters.letter("漢") == nil)
    }
}
