import Diagnostics
import YAML

/// A part of a configuration in the file that holds it, as one text for Loki itself.
///
/// Mappings are merged key by key, and all else that the part says takes the place of what the file says. The text is
/// YAML of the kind that JSON is, each value on a line of its own, so that a line leads back to who wrote it.
struct LokiConfigMerge {
    private(set) var bytes: [UInt8] = []
    /// Where each line comes from, in the author's files.
    private var origins: [PositionMap.Origin] = []

    init(_ part: YAMLNode, into whole: YAMLNode) {
        write(part, over: whole)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// - Parameter line: counted from 1.
    func origin(ofLine line: Int) -> PositionMap.Origin? {
        origins.indices.contains(line - 2) ? origins[line - 2] : nil
    }

    /// - Parameter whole: what the node is merged into; nil where it stands alone.
    private mutating func write(_ node: YAMLNode, over whole: YAMLNode? = nil) {
        switch node.content {
        case .scalar(let scalar): write(scalar)
        case .sequence(let items):
            put("[")
            for (index, item) in items.enumerated() {
                newLine(item.origin, isFirst: index == 0)
                write(item)
            }
            put("]")
        case .mapping(let mapping):
            let below = whole?.mapping
            let rest = (below?.entries ?? []).filter { entry in entry.name.map { mapping[$0] == nil } ?? true }
            put("{")
            for (index, entry) in (mapping.entries + rest).enumerated() {
                newLine(entry.key.origin, isFirst: index == 0)
                write(entry.key)
                put(": ")
                write(entry.value, over: index < mapping.entries.count ? entry.name.flatMap { below?[$0]?.value } : nil)
            }
            put("}")
        }
    }

    private mutating func newLine(_ origin: PositionMap.Origin, isFirst: Bool) {
        put(isFirst ? "\n" : ",\n")
        origins.append(origin)
    }

    private mutating func write(_ scalar: YAMLScalar) {
        if scalar.isNull {
            put("null")
        } else if scalar.style == .plain, Self.isWord(scalar.value) || scalar.value == "<<" {
            put(scalar.value)
        } else {
            put("\"")
            for character in scalar.value.unicodeScalars {
                switch character {
                case "\"", "\\": put("\\\(character)")
                case "\n": put("\\n")
                case _ where character.value < 0x20:
                    put("\\x" + (character.value < 16 ? "0" : "") + String(character.value, radix: 16))
                default: put(String(character))
                }
            }
            put("\"")
        }
    }

    /// Whether the text may stand without quotation marks, in which a number or `yes` would be another value.
    private static func isWord(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count > 1 || first >= UInt8(ascii: "0") else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "+"):
                true
            default: false
            }
        }
    }

    private mutating func put(_ text: String) { bytes += text.utf8 }
}
