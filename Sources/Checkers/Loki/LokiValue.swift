import YAML

/// Whether a value can be read as a setting's type. What an environment variable stands for is not known.
enum LokiValue {
    /// What is expected, in words, where the value is not that; and what to do.
    static func problem(_ node: YAMLNode, kind: Character) -> (expected: String, help: String?)? {
        guard let scalar = node.scalar else { return container(node, kind) }
        if scalar.isNull || scalar.value.contains("${") { return nil }
        let value = scalar.value
        switch kind {
        case "o", "m": return ("a mapping", nil)
        case "l": return ("a list", "write each element on a line of its own, after `- `")
        case "i": return isWhole(scalar) ? nil : ("a whole number", quoted(scalar))
        case "u": return isWhole(scalar) && !value.hasPrefix("-") ? nil : ("a whole number from 0", quoted(scalar))
        case "f": return scalar.double != nil || scalar.integer != nil ? nil : ("a number", quoted(scalar))
        case "b":
            let words = ["yes", "no", "on", "off"]
            let isTruth = scalar.bool != nil || (scalar.style == .plain && words.contains(value.lowercased()))
            return isTruth ? nil : ("`true` or `false`", quoted(scalar))
        case "d": return goDuration(value) ? nil : ("a duration such as `1h30m`", goHelp(value))
        case "D":
            return prometheusDuration(value) != nil
                ? nil : ("a duration such as `30d` or `12h`", "write whole numbers with a unit: ms, s, m, h, d, w, y")
        case "B":
            return value == "0" || size(value, units: ["b", "kb", "mb", "gb", "kib", "mib", "gib"])
                ? nil : ("a size with a unit, such as `4MB`", Int(value) == nil ? nil : "add the unit")
        case "y":
            let isSize = Int(value).map { $0 >= 0 } ?? size(value, units: ["b", "kb", "mb", "gb", "tb", "pb"])
            return isSize ? nil : ("a size such as `256KB`", "units are KB, MB, GB, TB and PB")
        case "a": return isDate(value) ? nil : ("a date such as `2024-01-01`", nil)
        default: return nil
        }
    }

    private static func container(_ node: YAMLNode, _ kind: Character) -> (expected: String, help: String?)? {
        switch kind {
        case "x": return nil
        case "o", "m": return node.mapping == nil ? ("a mapping", nil) : nil
        case "l": return node.sequence == nil ? ("a list", nil) : nil
        case "e" where node.sequence != nil: return nil
        case "c": return ("a text", "write one text with commas: `a,b`")
        case "i", "u", "f", "y", "B": return ("a number", nil)
        case "d", "D": return ("a duration", nil)
        case "b": return ("`true` or `false`", nil)
        default: return ("a text", nil)
        }
    }

    private static func quoted(_ scalar: YAMLScalar) -> String? {
        scalar.style == .plain ? nil : "write it without quotation marks"
    }

    private static func isWhole(_ scalar: YAMLScalar) -> Bool {
        if scalar.integer != nil { return true }
        return scalar.double.map { $0 == $0.rounded() && abs($0) < 9e15 } ?? false
    }

    private static func goHelp(_ value: String) -> String? {
        if let last = value.last, "dwy".contains(last), let count = Int(value.dropLast()) {
            let hours = count * (last == "d" ? 24 : last == "w" ? 168 : 8760)
            return "this setting knows no days: write `\(hours)h`"
        }
        return Int(value) == nil ? nil : "add a unit: `\(value)s`"
    }

    /// `time.ParseDuration`: a sequence of numbers with units, or `0`.
    static func goDuration(_ text: String) -> Bool {
        var rest = text[...]
        if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
        if rest == "0" { return true }
        guard !rest.isEmpty else { return false }
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            guard number.contains(where: \.isNumber), number.count(where: { $0 == "." }) < 2 else { return false }
            rest = rest.dropFirst(number.count)
            guard let unit = ["ns", "us", "µs", "ms", "s", "m", "h"].first(where: rest.hasPrefix) else { return false }
            rest = rest.dropFirst(unit.count)
        }
        return true
    }

    /// A duration of Prometheus, such as `1h30m`, in nanoseconds; of more than thirty years that many.
    static func nanoseconds(_ text: String) -> Int64? {
        prometheusDuration(text).map { Int64((min($0, 262_800) * 3_600e9).rounded()) }
    }

    /// `model.ParseDuration` of Prometheus: whole numbers with units, the largest unit first. In hours.
    static func prometheusDuration(_ text: String) -> Double? {
        if text == "0" { return 0 }
        let units: [(name: String, hours: Double)] = [
            ("y", 8760), ("w", 168), ("d", 24), ("h", 1), ("m", 1 / 60), ("s", 1 / 3600), ("ms", 1 / 3_600_000),
        ]
        var rest = text[...]
        var next = 0
        var hours = 0.0
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && $0.isNumber }
            guard let count = Double(number) else { return nil }
            rest = rest.dropFirst(number.count)
            let name = rest.prefix { $0.isLetter }
            guard let index = units.firstIndex(where: { $0.name == name }), index >= next else { return nil }
            hours += count * units[index].hours
            next = index + 1
            rest = rest.dropFirst(name.count)
        }
        return text.isEmpty ? nil : hours
    }

    private static func size(_ text: String, units: [String]) -> Bool {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        return !digits.isEmpty && units.contains(unit)
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}
