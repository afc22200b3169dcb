import Diagnostics

/// The text that a tree was read from: its bytes, and where each of them stands in the author's files.
///
/// The text may be a whole file, the front matter of a fragment or the body of a fence: ranges of nodes are always
/// bytes of this text, and `map` leads from them to the author's file.
public final class YAMLText: Sendable {
    public let bytes: [UInt8]
    public let map: PositionMap

    public init(bytes: [UInt8], map: PositionMap) {
        self.bytes = bytes
        self.map = map
    }

    public func origin(of range: Range<Int>) -> PositionMap.Origin { map.origin(of: range) }

    /// The text of a range, with invalid UTF-8 replaced.
    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}
