/// The methods of times and of what belongs to them.
struct TemplateMethod {
    let function: TemplateFunction

    static func find(_ name: String, of value: TemplateValue) -> TemplateMethod? {
        let function: TemplateFunction?
        switch value {
        case .time(let time): function = method(name, of: time) ?? conversion(name, of: time) ?? refused(name)
        case .duration(let duration): function = method(name, ofDuration: duration)
        case .month(let month): function = text(name, GoTime.monthName(month))
        case .weekday(let day): function = text(name, GoTime.weekdayName(day))
        case .zone(let zone): function = text(name, zone.name)
        default: function = nil
        }
        return function.map { TemplateMethod(function: $0) }
    }

    private static func text(_ name: String, _ text: String) -> TemplateFunction? {
        name == "String" ? TemplateFunction(name) { _, _ in .string(text) } : nil
    }

    private static func method(_ name: String, of time: GoTime) -> TemplateFunction? {
        func part(_ value: @autoclosure () -> Int64) -> TemplateFunction {
            let number = Int(value())
            return TemplateFunction(name) { _, _ in .int(number) }
        }
        func compare(_ body: @escaping @Sendable (GoTime, GoTime) -> TemplateValue) -> TemplateFunction {
            TemplateFunction(name, [.time]) { _, values in body(time, values.time(0)) }
        }
        switch name {
        case "Year": return part(time.civil.year)
        case "Month": return TemplateFunction(name) { _, _ in .month(Int(time.civil.month)) }
        case "Day": return part(time.civil.day)
        case "Weekday": return TemplateFunction(name) { _, _ in .weekday(time.weekday) }
        case "YearDay": return part(time.yearDay)
        case "Hour": return part(time.hour)
        case "Minute": return part(time.minute)
        case "Second": return part(time.second)
        case "Nanosecond": return part(time.nanoseconds)
        case "IsZero": return TemplateFunction(name) { _, _ in .bool(time.isSameInstant(.zero)) }
        case "IsDST": return TemplateFunction(name) { _, _ in .bool(time.rule.isSummer) }
        case "Before": return compare { .bool($0.isBefore($1)) }
        case "After": return compare { .bool($1.isBefore($0)) }
        case "Equal": return compare { .bool($0.isSameInstant($1)) }
        case "Compare": return compare { .int($0.isBefore($1) ? -1 : $1.isBefore($0) ? 1 : 0) }
        case "Sub": return compare { .duration($0.since($1)) }
        case "Add": return TemplateFunction(name, [.duration]) { _, values in .time(time.adding(Int64(values.int(0)))) }
        case "AddDate":
            return TemplateFunction(name, [.int, .int, .int]) { _, values in
                .time(time.addingDate(Int64(values.int(0)), Int64(values.int(1)), Int64(values.int(2))))
            }
        case "Truncate":
            return TemplateFunction(name, [.duration]) { _, values in .time(time.truncated(Int64(values.int(0)))) }
        case "Round":
            return TemplateFunction(name, [.duration]) { _, values in .time(time.rounded(Int64(values.int(0)))) }
        default: return nil
        }
    }

    private static func conversion(_ name: String, of time: GoTime) -> TemplateFunction? {
        func unix(_ units: Int64) -> TemplateFunction {
            TemplateFunction(name) { _, _ in .int64(time.since1970(units)) }
        }
        switch name {
        case "UTC": return TemplateFunction(name) { _, _ in .time(time.shown(in: .utc)) }
        case "Local": return TemplateFunction(name) { _, _ in .time(time.shown(in: .local)) }
        case "In":
            return TemplateFunction(name, [.zone]) { _, values throws(CallProblem) in
                guard case .zone(let zone) = values[0].concrete else {
                    throw CallProblem("time: missing Location in call to Time.In")
                }
                return .time(time.shown(in: zone))
            }
        case "Location": return TemplateFunction(name) { _, _ in .zone(time.zone) }
        case "Unix": return unix(1)
        case "UnixMilli": return unix(1_000)
        case "UnixMicro": return unix(1_000_000)
        case "UnixNano": return unix(1_000_000_000)
        case "Format": return TemplateFunction(name, [.string]) { _, values in .string(time.format(values.bytes(0))) }
        case "AppendFormat":
            return TemplateFunction(name, [.bytes, .string]) { _, values in
                guard case .bytes(let bytes) = values[0] else { return .bytes(time.format(values.bytes(1))) }
                return .bytes(bytes + time.format(values.bytes(1)))
            }
        case "String": return TemplateFunction(name) { _, _ in .string(time.text) }
        case "GoString": return TemplateFunction(name) { _, _ in .string(time.goText) }
        case "MarshalText", "MarshalJSON":
            return TemplateFunction(name) { _, _ throws(CallProblem) in
                let text = time.format(Array("2006-01-02T15:04:05.999999999Z07:00".utf8))
                if !(0...9999).contains(time.civil.year) {
                    throw CallProblem("Time.\(name): year outside of range [0,9999]")
                }
                return .bytes(name == "MarshalText" ? text : [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")])
            }
        default: return nil
        }
    }

    /// Methods that Go has but templates can't call, for what they return.
    private static func refused(_ name: String) -> TemplateFunction? {
        let problem: String
        switch name {
        case "Date", "Clock": problem = "function \(name) has 3 return values; should be 1 or 2"
        case "ISOWeek", "Zone":
            problem = "invalid function signature for \(name): second return value should be error; is int"
        case "ZoneBounds":
            problem = "invalid function signature for \(name): second return value should be error; is time.Time"
        default: return nil
        }
        return TemplateFunction(name, special: .refused(problem)) { _, _ in .none }
    }

    private static func method(_ name: String, ofDuration duration: Int64) -> TemplateFunction? {
        func float(_ unit: Int64) -> TemplateFunction {
            TemplateFunction(name) { _, _ in .float(Double(duration / unit) + Double(duration % unit) / Double(unit)) }
        }
        func integer(_ unit: Int64) -> TemplateFunction { TemplateFunction(name) { _, _ in .int64(duration / unit) } }
        switch name {
        case "Hours": return float(3_600_000_000_000)
        case "Minutes": return float(60_000_000_000)
        case "Seconds": return float(1_000_000_000)
        case "Milliseconds": return integer(1_000_000)
        case "Microseconds": return integer(1_000)
        case "Nanoseconds": return integer(1)
        case "Abs":
            return TemplateFunction(name) { _, _ in .duration(Int64(clamping: duration.magnitude)) }
        case "Truncate":
            return TemplateFunction(name, [.duration]) { _, values in
                let unit = Int64(values.int(0))
                return .duration(unit <= 0 ? duration : duration - duration % unit)
            }
        case "Round":
            return TemplateFunction(name, [.duration]) { _, values in .duration(rounded(duration, Int64(values.int(0))))
            }
        case "String": return text(name, DurationText.goText(duration))
        default: return nil
        }
    }

    /// Half away from zero, bounded by what a duration can be.
    private static func rounded(_ duration: Int64, _ unit: Int64) -> Int64 {
        guard unit > 0 else { return duration }
        let rest = duration % unit
        if rest.magnitude &* 2 < UInt64(unit) { return duration - rest }
        let (result, overflow) =
            duration < 0
            ? (duration - rest).subtractingReportingOverflow(unit) : (duration - rest).addingReportingOverflow(unit)
        return overflow ? (duration < 0 ? .min : .max) : result
    }
}
