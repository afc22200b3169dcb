/// A JSON text to be written, with the members of objects in the order given.
///
/// Foundation's encoder would do, but takes part in every start of the program; this is what the renderers need of it.
public indirect enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Int)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// An object without the members whose value is nil.
    public static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(members.compactMap { key, value in value.map { (key, $0) } })
    }

    /// The text, in lines of two spaces' indentation, or all on one line.
    public func text(pretty: Bool = true) -> String {
        var output = ""
        write(into: &output, indentation: pretty ? 0 : nil)
        return output
    }

    private func write(into output: inout String, indentation: Int?) {
        switch self {
        case .null: output += "null"
        case .bool(let value): output += value ? "true" : "false"
        case .number(let value): output += String(value)
        case .string(let value): Self.writeString(value, into: &output)
        case .array(let elements):
            Self.writeList(elements, "[", "]", into: &output, indentation: indentation) { element, output, inner in
                element.write(into: &output, indentation: inner)
            }
        case .object(let members):
            Self.writeList(members, "{", "}", into: &output, indentation: indentation) { member, output, inner in
                Self.writeString(member.0, into: &output)
                output += inner == nil ? ":" : ": "
                member.1.write(into: &output, indentation: inner)
            }
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], _ open: String, _ close: String, into output: inout String, indentation: Int?,
        _ writeElement: (Element, inout String, Int?) -> Void
    ) {
        output += open
        guard !elements.isEmpty else {
            output += close
            return
        }
        let inner = indentation.map { $0 + 1 }
        for (index, element) in elements.enumerated() {
            if index > 0 { output += "," }
            writeBreak(inner, into: &output)
            writeElement(element, &output, inner)
        }
        writeBreak(indentation, into: &output)
        output += close
    }

    private static func writeBreak(_ indentation: Int?, into output: inout String) {
        guard let indentation else { return }
        output += "\n" + String(repeating: "  ", count: indentation)
    }

    // RFC 8259, section 7: quotation mark, backslash and control characters must be escaped.
    private static func writeString(_ value: String, into output: inout String) {
        output += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }

    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        left.text(pretty: false) == right.text(pretty: false)
    }
    public func hash(into hasher: inout Hasher) { hasher.combine(text(pretty: false)) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .number(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}
