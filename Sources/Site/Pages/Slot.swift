/// A place in a rendered template that is filled afterwards, so that no template engine copies large texts about.
enum Slot: Character, CaseIterable {
    // Characters for private use, which no text of an author's should hold.
    case content = "\u{F8F0}"
    case sidebar = "\u{F8F1}"
    case item = "\u{F8F2}"

    /// What templates are given in the place of the text.
    var mark: String { String(rawValue) }

    /// The bytes of a rendered template, with what `write` puts into its slots.
    static func fill(_ rendered: String, _ write: (Slot, inout [UInt8]) -> Void) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rendered.utf8.count * 2)
        var rest = Array(rendered.utf8)[...]
        // All marks begin with the same two bytes in UTF-8.
        while let start = rest.indices.first(where: {
            rest[$0] == 0xEF && rest[$0...].prefix(2).elementsEqual([0xEF, 0xA3])
        }) {
            let end = min(start + 3, rest.endIndex)
            bytes += rest[..<start]
            if let slot = Slot(bytes: rest[start..<end]) { write(slot, &bytes) } else { bytes += rest[start..<end] }
            rest = rest[end...]
        }
        return bytes + rest
    }

    private init?(bytes: ArraySlice<UInt8>) {
        guard let slot = Self.allCases.first(where: { bytes.elementsEqual($0.mark.utf8) }) else { return nil }
        self = slot
    }
}
