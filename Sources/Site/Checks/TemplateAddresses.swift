import Diagnostics

/// The addresses of other sites that stand in a theme's templates, so that what is wrong with one is told there, once, and not on
/// each page.
struct TemplateAddresses: Sendable {
    private var origins: [String: PositionMap.Origin] = [:]

    init(_ templates: [SourceFile]) {
        for file in templates { add(file) }
    }

    subscript(address: String) -> PositionMap.Origin? { origins[address] }

    /// Values of attributes are looked through, those that a template makes up left out.
    private mutating func add(_ file: SourceFile) {
        let bytes = file.bytes
        var index = 0
        while let start = bytes[index...].firstIndex(where: Self.isQuote) {
            index = start + 1
            let rest = bytes[index...]
            guard ["https://", "http://", "//"].contains(where: { rest.starts(with: $0.utf8) }),
                let end = rest.firstIndex(of: bytes[start])
            else { continue }
            let text = String(decoding: bytes[index..<end], as: UTF8.self)
            if !text.contains("{{") {
                let address = text.replacing("&amp;", with: "&")
                let origin = PositionMap(identity: file).origin(of: index..<end)
                origins[address] = origins[address] ?? origin
            }
            index = end + 1
        }
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
}
