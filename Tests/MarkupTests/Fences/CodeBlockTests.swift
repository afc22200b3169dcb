import TestSupport
import Testing

@testable import Markup

@Suite struct CodeBlockTests {
    @Test func partsInTheOpen() throws {
        let text = MarkedText("⟦⟦```⟦yaml {#a}⟧⟧\n⟦a: 1\n\nb: 2⟧\n⟦```⟧⟧\n")
        let block = try #require(Parsed(text.file()).document.codeBlocks.first)
        #expect(block.cursor.range == text.ranges[0])
        #expect(block.fenceRange == text.ranges[1])
        #expect(block.infoRange == text.ranges[2])
        #expect(block.bodyRange == text.ranges[3])
        #expect(block.closingRange == text.ranges[4])
        #expect(String(decoding: block.body, as: UTF8.self) == "a: 1\n\nb: 2\n")
    }

    @Test func bodyInAQuoteInAnItemMapsToTheFile() throws {
        let text = MarkedText("1. > ```yaml\n   > key: ⟦value⟧\n   >\n   >\t  deep: ⟦er⟧\n   > ```\n")
        let parsed = Parsed(text.file())
        let block = try #require(parsed.document.codeBlocks.first)
        let body = String(decoding: block.body, as: UTF8.self)
        // The tab fills four columns here, of which the quote's mark takes one.
        #expect(body == "key: value\n\n     deep: er\n")
        let places = ["value", "er"].compactMap { word in
            body.range(of: "\(word)\n").map { body.utf8.distance(from: body.startIndex, to: $0.lowerBound) }
        }
        let origins = zip(places, ["value", "er"]).map {
            block.map.origin(of: $0..<$0 + $1.utf8.count).span.range
        }
        #expect(origins == text.ranges)
    }

    @Test func unclosedAtTheEndOfAQuote() throws {
        let text = MarkedText("> ⟦```\n> code⟧\n```\nother\n```\n")
        let blocks = Parsed(text.file()).document.codeBlocks
        #expect(blocks.map(\.closingRange) == [nil, 23..<26].map { $0 })
        #expect(blocks.first?.cursor.range == text.ranges[0])
    }

    @Test func windowsLineEndings() throws {
        let parsed = Parsed("```text\r\na\r\nb\r\n```\r\n")
        let block = try #require(parsed.document.codeBlocks.first)
        #expect(String(decoding: block.body, as: UTF8.self) == "a\nb\n")
        #expect(block.map.origin(of: 2..<3).span.range == 12..<13)
        #expect(block.closingRange == 15..<18)
    }

    @Test func indented() throws {
        let text = MarkedText("Text\n\n    ⟦one\n      two⟧\n\nText\n")
        let block = try #require(Parsed(text.file()).document.codeBlocks.first)
        #expect(!block.isFenced && block.language == "")
        #expect(block.bodyRange == text.ranges[0])
        #expect(String(decoding: block.body, as: UTF8.self) == "one\n  two\n")
    }
}
