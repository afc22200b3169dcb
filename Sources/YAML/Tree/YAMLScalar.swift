import Diagnostics

/// A single value as it is written, decoded.
public struct YAMLScalar: Sendable {
    public enum Style: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

    /// The decoded text.
    public let value: String
    public let style: Style
    /// The bytes of the scalar in `text`, with quotation marks or block header, without anchor and tag. A block scalar
    /// ends with the last line of its content.
    public let range: Range<Int>
    public let text: YAMLText
    /// The bytes that can take part in the value: `range` and, for a block scalar, the blank lines after it.
    let extent: Range<Int>

    /// A scalar of which libyaml said that it stands in `eventRange`.
    init(value: String, style: Style, eventRange: Range<Int>, text: YAMLText) {
        self.value = value
        self.style = style
        self.text = text
        extent = ScalarScan.skippingProperties(eventRange, in: text.bytes)
        let isBlock = style == .literal || style == .folded
        range = isBlock ? ScalarScan.withoutTrailingBlanks(extent, in: text.bytes) : extent
    }

    public var origin: PositionMap.Origin { text.origin(of: range) }

    /// Where each byte of `value` comes from. Computed on each call.
    public var map: PositionMap { ScalarDecoding.map(of: self) }

    // YAML 1.2.2, 10.3.2 (core schema): only plain scalars are anything but texts.

    /// Whether this is nothing: empty, `~` or `null`, without quotation marks.
    public var isNull: Bool { style == .plain && ["", "~", "null", "Null", "NULL"].contains(value) }

    public var bool: Bool? {
        guard style == .plain else { return nil }
        switch value {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    public var integer: Int? {
        guard style == .plain else { return nil }
        if value.hasPrefix("0x") { return Int(value.dropFirst(2), radix: 16) }
        if value.hasPrefix("0o") { return Int(value.dropFirst(2), radix: 8) }
        return Int(value)
    }

    public var double: Double? {
        guard style == .plain, let first = value.utf8.first, value.utf8.allSatisfy(Self.isOfNumber) else { return nil }
        return first == UInt8(ascii: "e") || first == UInt8(ascii: "E") ? nil : Double(value)
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
