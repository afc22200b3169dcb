/// A range of bytes in a file: half open, in UTF-8 bytes, always inside the file.
public struct Span: Sendable, Hashable {
    public let file: SourceFile
    public let range: Range<Int>

    /// Bounds outside the file are moved to its ends.
    public init(file: SourceFile, range: Range<Int>) {
        self.file = file
        let count = file.bytes.count
        let lower = min(max(range.lowerBound, 0), count)
        self.range = lower..<min(max(range.upperBound, lower), count)
    }

    /// Where the span begins.
    public var start: Location { file.location(at: range.lowerBound) }
    /// Where the span ends: the place after its last byte.
    public var end: Location { file.location(at: range.upperBound) }
    /// The text that the span covers, with invalid UTF-8 replaced.
    public var text: String { String(decoding: file.bytes[range], as: UTF8.self) }

    /// Whether another span lies in this one.
    public func contains(_ other: Span) -> Bool {
        other.file === file && range.lowerBound <= other.range.lowerBound && other.range.upperBound <= range.upperBound
    }

    /// A part of this span, given by offsets from its first byte.
    public func part(_ offsets: Range<Int>) -> Span {
        Span(file: file, range: range.lowerBound + offsets.lowerBound..<range.lowerBound + offsets.upperBound)
    }
}
