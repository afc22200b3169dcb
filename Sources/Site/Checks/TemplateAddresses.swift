import Diagnostics
import Markup

/// The addresses of other sites that stand in a theme's templates, so that what is wrong with one is told there, once, and not on
/// each page.
struct TemplateAddresses: Sendable {
    private var origins: [String: PositionMap.Origin] = [:]

    init(_ templates: [SourceFile]) {
        for file in templates { add(file) }
    }

    subscript(address: String) -> PositionMap.Origin? { origins[address] }

    /// Values of attributes that a template makes up are left out.
    private mutating func add(_ file: SourceFile) {
        file.bytes.withUnsafeBufferPointer { bytes in
            var tokenizer = HTMLTokenizer(bytes)
            while tokenizer.next() != nil {
                for range in tokenizer.attributes.map(\.value) {
                    let value = UnsafeBufferPointer(rebasing: bytes[range])
                    let text = String(decoding: value, as: UTF8.self)
                    guard ["https://", "http://", "//"].contains(where: text.hasPrefix), !text.contains("{{") else {
                        continue
                    }
                    let address = String(decoding: CharacterReferences.decoded(value), as: UTF8.self)
                    origins[address] = origins[address] ?? PositionMap(identity: file).origin(of: range)
                }
            }
        }
    }
}
