import Testing

@testable import Preview

@Suite struct ByteRangeTests {
    @Test(arguments: [
        ("bytes=0-4", 0..<5), ("bytes=5-", 5..<10), ("bytes=-3", 7..<10), ("bytes=8-100", 8..<10),
        ("bytes=-100", 0..<10),
        ("bytes=9-9", 9..<10), ("bytes=0-99999999999999999999", 0..<10),
    ])
    func parts(field: String, range: Range<Int>) { #expect(ByteRange(field, of: 10) == .part(range)) }

    @Test(arguments: [
        "bytes=10-", "bytes=5-4", "bytes=-0", "bytes=-", "bytes=", "bytes=a-b", "bytes=1", "bytes=--1", "bytes=+1-2",
        "bytes=99999999999999999999-",
    ])
    func refused(field: String) { #expect(ByteRange(field, of: 10) == .unsatisfiable) }

    /// Another unit and several parts are no fault; the whole is a right answer to them.
    @Test(arguments: [nil, "lines=1-2", "bytes=0-1,3-4", "Bytes 0-1"])
    func whole(field: String?) { #expect(ByteRange(field, of: 10) == .whole) }

    @Test func nothingOfAnEmptyFile() {
        #expect(ByteRange("bytes=0-", of: 0) == .unsatisfiable)
        #expect(ByteRange("bytes=-1", of: 0) == .unsatisfiable)
    }
}
