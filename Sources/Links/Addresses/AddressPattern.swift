/// An address or how it begins; `*` stands for any text.
struct AddressPattern: Sendable, Hashable {
    private let parts: [[UInt8]]

    init(_ text: String) {
        parts = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map { Array($0) }
    }

    func matches(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        guard let first = parts.first, bytes.starts(with: first) else { return false }
        var index = first.count
        // The first place where a part fits leaves the most room for those behind it.
        for part in parts.dropFirst() where !part.isEmpty {
            guard let found = Self.find(part, in: bytes, from: index) else { return false }
            index = found + part.count
        }
        return true
    }

    private static func find(_ part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count - part.count >= start else { return nil }
        return (start...bytes.count - part.count).first { bytes[$0...].starts(with: part) }
    }
}
