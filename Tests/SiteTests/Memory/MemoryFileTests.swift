import TestSupport
import Testing

@testable import Site

/// A file that one build leaves for the next, and what builds write behind it.
@Suite struct MemoryFileTests {
    let folder: TemporaryFolder
    let file: MemoryFile

    init() throws {
        folder = try TemporaryFolder(files: [:])
        file = MemoryFile(path: "\(folder.path)/cache/memory", version: 7)
    }

    private func body(_ numbers: UInt64...) -> ByteWriter {
        var body = ByteWriter()
        body.add(numbers) { number, body in body.add(number) }
        return body
    }

    private func numbers(_ reader: inout ByteReader) throws(ByteReader.Malformed) -> [UInt64] {
        try reader.list { reader throws(ByteReader.Malformed) in try reader.number() }
    }

    /// The whole state, and the changes; nil where the file is not sound.
    private func kept() -> [[UInt64]]? {
        guard let content = file.read(),
            let whole = content.read({ reader throws(ByteReader.Malformed) in try numbers(&reader) }),
            let changes = content.readChanges({ reader throws(ByteReader.Malformed) in try numbers(&reader) })
        else { return nil }
        return [whole] + changes
    }

    @Test func changesStandBehindTheState() throws {
        #expect(kept() == nil)
        file.write(body(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
        let first = try #require(try folder.contents()["cache/memory"])
        #expect(file.append(body(17), behind: try #require(file.read()).end))
        #expect(file.append(body(18), behind: try #require(file.read()).end))
        #expect(kept()?.count == 3)
        #expect(kept()?.dropFirst() == [[17], [18]])
        #expect(try folder.contents()["cache/memory"]?.starts(with: first) == true)
    }

    @Test func changesDoNotOutgrowTheState() throws {
        file.write(body(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
        var appended = 0
        while file.append(body(1, 2), behind: try #require(file.read()).end) { appended += 1 }
        #expect(appended == 1, "144 bytes of state, 48 with each change")
        #expect(kept()?.count == 2)
    }

    @Test func twoBuildsAtATimeDoNotMixTheirChanges() throws {
        file.write(body(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
        let end = try #require(file.read()).end
        #expect(file.append(body(17), behind: end))
        #expect(!file.append(body(18), behind: end), "it is longer by now")
        // Another state of the same size: the change was made for the first one.
        let state = try #require(try folder.contents()["cache/memory"])
        file.write(body(16, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1))
        let other = try #require(try folder.contents()["cache/memory"])
        try folder.write(other + state[other.count...], to: "cache/memory")
        #expect(kept() == nil)
    }

    @Test func everyDamageIsSeen() throws {
        file.write(body(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
        #expect(file.append(body(11), behind: try #require(file.read()).end))
        let sound = try #require(try folder.contents()["cache/memory"])
        let ends = [0, sound.count - 40]
        for index in sound.indices {
            var bytes = sound
            bytes[index] ^= 1
            try folder.write(bytes, to: "cache/memory")
            #expect(kept() == nil, "byte \(index)")
            // Cut off at the end of a part there is a state that was once the whole file.
            try folder.write(Array(sound[..<index]), to: "cache/memory")
            #expect((kept() == nil) != ends.dropFirst().contains(index), "up to \(index)")
        }
    }

    @Test func whatCanNotBeWrittenIsNoMemory() throws {
        try folder.write("x", to: "cache")
        file.write(body(1))
        #expect(kept() == nil)
        #expect(try folder.read("cache") == "x")
    }
}
