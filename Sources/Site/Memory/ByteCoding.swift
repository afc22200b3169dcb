/// Writes values as bytes: numbers with eight each, texts with their length before them.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    /// Makes room for bytes to come.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    mutating func add(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            add(UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    /// A text that often is the same as another one, which whoever reads it has already.
    mutating func add(_ text: String, or other: String) {
        if text == other { add(ByteReader.other) } else { add(text) }
    }

    mutating func add(_ key: ContentKey) {
        add(key.high)
        add(key.low)
    }

    /// Bytes with their count before them.
    mutating func add(bytes more: some Collection<UInt8>) {
        add(UInt64(more.count))
        bytes.append(contentsOf: more)
    }

    mutating func add<Element>(_ list: [Element], _ write: (Element, inout ByteWriter) -> Void) {
        add(UInt64(list.count))
        for element in list { write(element, &self) }
    }
}

/// Reads what a `ByteWriter` wrote. What is cut off or makes no sense ends the reading.
struct ByteReader {
    struct Malformed: Error {}

    /// What stands in the place of a count for a text that is the same as another one.
    fileprivate static let other = UInt64.max

    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func number() throws(Malformed) -> UInt64 {
        guard bytes.count - offset >= 8 else { throw Malformed() }
        defer { offset += 8 }
        return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    mutating func count() throws(Malformed) -> Int {
        // Each element has eight bytes at least, so a larger number can't be meant.
        guard let count = Int(exactly: try number()), count <= bytes.count - offset else { throw Malformed() }
        return count
    }

    mutating func text() throws(Malformed) -> String {
        let count = try count()
        defer { offset += count }
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]), as: UTF8.self)
    }

    /// A text that often is the same as another one: then that, and no copy of it.
    mutating func text(or other: String) throws(Malformed) -> String {
        let start = offset
        if try number() == Self.other { return other }
        offset = start
        return try text()
    }

    /// Bytes, as they were added with their count.
    mutating func content() throws(Malformed) -> [UInt8] {
        let count = try count()
        defer { offset += count }
        return Array(bytes[offset..<offset + count])
    }

    /// Passes over bytes, and tells where they are.
    mutating func skipContent() throws(Malformed) -> Range<Int> {
        let count = try count()
        defer { offset += count }
        return offset..<offset + count
    }

    mutating func key() throws(Malformed) -> ContentKey {
        let high = try number()
        return ContentKey(high: high, low: try number())
    }

    mutating func list<Element>(
        _ read: (inout ByteReader) throws(Malformed) -> Element
    ) throws(Malformed) -> [Element] {
        let count = try count()
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try read(&self)) }
        return list
    }
}
