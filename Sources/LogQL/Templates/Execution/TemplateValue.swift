/// A value while a template is rendered, with the types that can come up in Loki's templates.
indirect enum TemplateValue {
    /// No value at all: Go's untyped nil.
    case none
    case string([UInt8])
    case bool(Bool)
    case int(Int)
    case int64(Int64)
    case uint8(UInt8)
    case float(Double)
    case complex(Double, Double)
    case time(GoTime)
    case duration(Int64)
    case month(Int)
    case weekday(Int)
    case zone(GoZone)
    /// The labels of the entry, a `map[string]string`.
    case labels
    /// An object of JSON, its keys in order of their bytes.
    case map([TemplateMember])
    case list([TemplateValue])
    case bytes([UInt8])
    /// A value, possibly none, that's declared to be of any type (`interface {}`), as the parts of JSON are.
    case any(TemplateValue)

    /// The value without the declaration that it may be of any type.
    var concrete: TemplateValue {
        var value = self
        while case .any(let inner) = value { value = inner }
        return value
    }

    var isNone: Bool { if case .none = self { true } else { false } }

    /// Go's type of the value; nil of none.
    var type: GoType? {
        switch self {
        case .none: nil
        case .string: .string
        case .bool: .bool
        case .int: .int
        case .int64: .int64
        case .uint8: .uint8
        case .float: .float64
        case .complex: .complex128
        case .time: .time
        case .duration: .duration
        case .month: .month
        case .weekday: .weekday
        case .zone: .zone
        case .labels: .labels
        case .map: .map
        case .list: .list
        case .bytes: .bytes
        case .any: .any
        }
    }

    /// The value of any kind of integer, also of the types that are integers underneath.
    var integer: Int? {
        switch self {
        case .int(let value), .month(let value), .weekday(let value): value
        case .int64(let value), .duration(let value): Int(value)
        case .uint8(let value): Int(value)
        default: nil
        }
    }

    static func string(_ text: String) -> TemplateValue { .string(Array(text.utf8)) }
}

struct TemplateMember {
    let key: [UInt8]
    let value: TemplateValue
}

/// The types that values and parameters have, by the names that Go gives them.
enum GoType: String, Sendable {
    case string, bool, int, int64, uint8, float64, complex128
    case time = "time.Time"
    case duration = "time.Duration"
    case month = "time.Month"
    case weekday = "time.Weekday"
    case zone = "*time.Location"
    case labels = "map[string]string"
    case map = "map[string]interface {}"
    case list = "[]interface {}"
    case bytes = "[]uint8"
    /// A parameter that takes every value.
    case any = "interface {}"
    /// A parameter that takes every value and knows whether it's declared to be of any type.
    case reflected = "reflect.Value"

    var takesAll: Bool { self == .any || self == .reflected }

    /// Whether nil may be given for it.
    var isNillable: Bool {
        switch self {
        case .zone, .labels, .map, .list, .bytes, .any, .reflected: true
        default: false
        }
    }
}
