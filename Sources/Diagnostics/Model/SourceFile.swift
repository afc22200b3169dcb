/// A file that an author wrote: the bytes that were read and the path that findings show.
///
/// Offsets into a file are always in UTF-8 bytes. Lines and columns are computed only where they are shown.
public final class SourceFile: Sendable {
    /// The path as findings show it: relative to the project's folder, with `/` between the parts.
    public let path: String
    /// The bytes as they were read.
    public let bytes: [UInt8]
    /// The offset of the first byte of each line; the first element is 0.
    public let lineStarts: [Int]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        self.lineStarts = Self.lineStarts(of: bytes)
    }

    public convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The whole file as a span.
    public var wholeSpan: Span { Span(file: self, range: 0..<bytes.count) }

    /// A span of this file. Bounds outside the file are moved to its ends, so that no arithmetic on bad input can trap.
    public func span(_ range: Range<Int>) -> Span { Span(file: self, range: range) }

    /// The index into `lineStarts` of the line that holds `offset` (an offset past the end is on the last line).
    public func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line, without its line ending (`\n` or `\r\n`).
    public func lineRange(_ index: Int) -> Range<Int> {
        let start = lineStarts[index]
        var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<max(start, end)
    }

    /// Line and column of a byte offset, both from 1. The column counts Unicode scalars, as editors show it.
    public func location(at offset: Int) -> Location {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineIndex(at: offset)
        var column = 1
        for byte in bytes[lineStarts[line]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
        return Location(line: line + 1, column: column)
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(bytes.count / 40 + 1)
        bytes.withUnsafeBufferPointer { buffer in
            for index in buffer.indices where buffer[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
        }
        return starts
    }
}

extension SourceFile: Hashable {
    // A run reads each file once, so two values with one path are one file.
    public static func == (left: SourceFile, right: SourceFile) -> Bool {
        left === right || (left.path == right.path && left.bytes == right.bytes)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// A place in a text as people name it. Both numbers count from 1; the column counts Unicode scalars.
public struct Location: Sendable, Hashable, Comparable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (left: Location, right: Location) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
