/// Holds literals against the types of arguments, as Alloy converts them: a number is taken for a string, and a string of digits
/// for a number. What is computed is not judged.
struct AlloyLiteral {
    let inventory: AlloyInventory

    struct Mismatch {
        let found: String
        let expected: String
        let range: Range<Int>
        var help: String?
    }

    /// A field of an object that is not known.
    struct UnknownField {
        let name: AlloyName
        let known: [String]
    }

    private(set) var mismatches: [Mismatch] = []
    private(set) var unknownFields: [UnknownField] = []

    init(_ inventory: AlloyInventory) { self.inventory = inventory }

    mutating func check(_ value: AlloyExpression, _ type: AlloyInventory.ValueType) {
        guard let kind = Self.kind(value) else { return }
        switch (type, value.kind) {
        case (.list(let item), .array(let items)): for value in items { check(value, item) }
        case (.map(let item), .object(let fields)): for field in fields { check(field.value, item) }
        case (.body(let number), .object(let fields)): check(fields, inventory.body(number))
        case (.any, _), (.string, .string), (.secret, .string), (.string, .number), (.secret, .number): break
        case (.boolean, .boolean), (.number, .number): break
        case (.number, .string(let string)):
            if Double(string.text) == nil { fail(value, "a text that is no number", type) }
        case (.duration, .string(let string)):
            if !Self.isDuration(string.bytes) {
                let hasDays = string.bytes.contains { "dwy".utf8.contains($0) }
                fail(
                    value, "`\(string.text)`", type,
                    help: hasDays
                        ? "there are no days, weeks and years: write hours, as in `24h`" : "write a unit, as in `30s`")
            }
        case (.duration, .number): fail(value, kind, type, help: "write a unit, as in `\"30s\"`")
        case (.capsule, .string):
            fail(
                value, kind, type,
                help: "name the export of a component without quotes, as in `loki.write.main.receiver`")
        case (.list, _): fail(value, kind, type, help: "put it in `[` and `]`")
        default: fail(value, kind, type)
        }
    }

    private mutating func check(_ fields: [AlloyExpression.Field], _ body: AlloyInventory.Body?) {
        guard let body else { return }
        for field in fields {
            if let argument = body.arguments[field.name.text] {
                check(field.value, argument.type)
            } else if body.blocks[field.name.text] == nil {
                unknownFields.append(UnknownField(name: field.name, known: body.names))
            }
        }
    }

    private mutating func fail(
        _ value: AlloyExpression, _ found: String, _ type: AlloyInventory.ValueType, help: String? = nil
    ) {
        mismatches.append(Mismatch(found: found, expected: Self.words(type), range: value.range, help: help))
    }

    /// A literal in words; nil for what is computed, and for null, which all arguments take.
    private static func kind(_ value: AlloyExpression) -> String? {
        switch value.kind {
        case .string: "a string"
        case .number: "a number"
        case .boolean: "a boolean"
        case .array: "a list"
        case .object: "an object"
        default: nil
        }
    }

    private static func words(_ type: AlloyInventory.ValueType) -> String {
        switch type {
        case .string, .secret: "a string"
        case .boolean: "`true` or `false`"
        case .number: "a number"
        case .duration: "a duration such as `\"30s\"`"
        case .capsule: "what a component exports"
        case .list: "a list"
        case .map, .body: "an object"
        case .any: "a value"
        }
    }

    private static let units: Set<String> = ["ns", "us", "µs", "μs", "ms", "s", "m", "h"]

    /// Whether Go reads a text as a duration: a sign, then numbers with units.
    static func isDuration(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        if rest.elementsEqual("0".utf8) { return true }
        guard !rest.isEmpty else { return false }
        let isNumber = { (byte: UInt8) in (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") }
        while !rest.isEmpty {
            let number = rest.prefix(while: isNumber)
            let unit = rest.dropFirst(number.count).prefix { !isNumber($0) }
            guard number.contains(where: { $0 != UInt8(ascii: ".") }),
                number.count(where: { $0 == UInt8(ascii: ".") }) < 2,
                units.contains(String(decoding: unit, as: UTF8.self))
            else { return false }
            rest = rest.dropFirst(number.count + unit.count)
        }
        return true
    }
}
