/// Durations as Go's libraries read and write them, in nanoseconds.
enum DurationText {
    static let second: Int64 = 1_000_000_000

    /// The form of LogQL: Prometheus' first, then Go's.
    static func parse(_ text: Substring) -> Int64? { parsePrometheus(text) ?? parseGo(text) }

    /// `1h30m`: whole numbers with units from the largest to the smallest, each once. Prometheus' model.ParseDuration.
    static func parsePrometheus(_ text: Substring) -> Int64? {
        if text == "0" { return 0 }
        let units: [(String, Int64)] = [
            ("y", 365 * 86_400_000), ("w", 7 * 86_400_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000),
            ("s", 1000), ("ms", 1),
        ]
        var rest = Array(text.utf8)[...]
        var milliseconds: Int64 = 0
        var next = 0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0 &- 48 < 10 }
            guard !digits.isEmpty, let number = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
            rest = rest.dropFirst(digits.count)
            let name = String(decoding: rest.prefix { $0 &- 48 >= 10 }, as: UTF8.self)
            guard let index = units[next...].firstIndex(where: { $0.0 == name }) else { return nil }
            rest = rest.dropFirst(name.utf8.count)
            let (part, overflow) = number.multipliedReportingOverflow(by: units[index].1)
            let (sum, overflows) = milliseconds.addingReportingOverflow(part)
            guard !overflow, !overflows else { return nil }
            milliseconds = sum
            next = index + 1
        }
        let (result, overflow) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        return overflow ? nil : result
    }

    /// `-1.5h3.2µs`: Go's time.ParseDuration.
    static func parseGo(_ text: Substring) -> Int64? {
        var rest = Array(text.utf8)[...]
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        if rest.elementsEqual("0".utf8) { return 0 }
        guard !rest.isEmpty else { return nil }
        var total: Double = 0
        while !rest.isEmpty {
            let number = rest.prefix { $0 &- 48 < 10 || $0 == UInt8(ascii: ".") }
            guard number.contains(where: { $0 &- 48 < 10 }), number.count(where: { $0 == UInt8(ascii: ".") }) < 2,
                let value = Double(Self.plain(number))
            else { return nil }
            rest = rest.dropFirst(number.count)
            let name = rest.prefix { $0 &- 48 >= 10 && $0 != UInt8(ascii: ".") }
            guard let unit = unit(String(decoding: name, as: UTF8.self)) else { return nil }
            rest = rest.dropFirst(name.count)
            total += value * unit
        }
        guard total <= 9_223_372_036_854_774_784 else { return nil }
        return Int64(isNegative ? -total : total)
    }

    /// A number that Swift reads: with digits on both sides of its point.
    private static func plain(_ number: ArraySlice<UInt8>) -> String {
        var text = String(decoding: number, as: UTF8.self)
        if text.hasPrefix(".") { text = "0" + text }
        return text.hasSuffix(".") ? text + "0" : text
    }

    private static func unit(_ name: String) -> Double? {
        switch name {
        case "ns": 1
        case "us", "µs", "μs": 1_000
        case "ms": 1_000_000
        case "s": 1_000_000_000
        case "m": 60_000_000_000
        case "h": 3_600_000_000_000
        default: nil
        }
    }

    /// `1h30m`: Prometheus' model.Duration.String. Weeks and years only where they come out even.
    static func prometheusText(_ nanoseconds: Int64) -> String {
        var rest = nanoseconds / 1_000_000
        guard rest != 0 else { return "0s" }
        var output = rest < 0 ? "-" : ""
        rest = abs(rest)
        func write(_ unit: String, _ size: Int64, isExact: Bool) {
            if isExact, rest % size != 0 { return }
            let count = rest / size
            if count > 0 {
                output += "\(count)\(unit)"
                rest -= count * size
            }
        }
        write("y", 365 * 86_400_000, isExact: true)
        write("w", 7 * 86_400_000, isExact: true)
        write("d", 86_400_000, isExact: false)
        write("h", 3_600_000, isExact: false)
        write("m", 60_000, isExact: false)
        write("s", 1000, isExact: false)
        write("ms", 1, isExact: false)
        return output
    }

    /// `1h30m0s`, `1.5ms`: Go's time.Duration.String.
    static func goText(_ nanoseconds: Int64) -> String {
        if nanoseconds == 0 { return "0s" }
        let sign = nanoseconds < 0 ? "-" : ""
        let value = nanoseconds.magnitude
        if value < 1_000_000_000 {
            let (unit, size): (String, UInt64) =
                value < 1_000 ? ("ns", 1) : value < 1_000_000 ? ("µs", 1_000) : ("ms", 1_000_000)
            return sign + fraction(value, size) + unit
        }
        let seconds = value / 1_000_000_000
        let shown = fraction(value % 60_000_000_000, 1_000_000_000) + "s"
        let minutes = seconds / 60
        if minutes == 0 { return sign + shown }
        return sign + (minutes / 60 > 0 ? "\(minutes / 60)h" : "") + "\(minutes % 60)m" + shown
    }

    private static func fraction(_ value: UInt64, _ size: UInt64) -> String {
        guard value % size != 0 else { return "\(value / size)" }
        var digits = String(value % size + size).dropFirst()
        while digits.last == "0" { digits = digits.dropLast() }
        return "\(value / size).\(digits)"
    }
}
