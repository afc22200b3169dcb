/// Offsets and the days on which they change, as POSIX' variable `TZ` has them: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct PosixZone: Sendable {
    private enum Day: Sendable {
        /// Of 1 to 365, the 29th of February never counted.
        case julian(Int64)
        /// Of 0 to 365.
        case ordinal(Int64)
        case weekday(month: Int64, week: Int64, day: Int64)
    }

    private struct Change: Sendable {
        let day: Day
        /// Seconds after midnight.
        let time: Int64
    }

    private let standard: GoZone.Rule
    private let summer: (rule: GoZone.Rule, start: Change, end: Change)?

    init?(_ text: some Sequence<UInt8>) {
        var rest = Array(text)[...]
        guard let name = Self.name(&rest), let offset = Self.offset(&rest) else { return nil }
        standard = GoZone.Rule(name: name, offset: -offset, isSummer: false)
        guard let next = rest.first, next != UInt8(ascii: ",") else {
            summer = nil
            return
        }
        guard let summerName = Self.name(&rest) else { return nil }
        var summerOffset = 3600 - offset
        if let next = rest.first, next != UInt8(ascii: ",") {
            guard let given = Self.offset(&rest) else { return nil }
            summerOffset = -given
        }
        if rest.isEmpty { rest = Array(",M3.2.0,M11.1.0".utf8)[...] }
        guard let start = Self.change(&rest), let end = Self.change(&rest), rest.isEmpty else { return nil }
        summer = (GoZone.Rule(name: summerName, offset: summerOffset, isSummer: true), start, end)
    }

    func span(at seconds: Int64, since last: Int64) -> GoZone.Span? {
        guard let summer else { return GoZone.Span(rule: standard, start: last, end: .max) }
        let days = GoTime.floorDivide(seconds, 86_400)
        let year = GoTime.civil(days).year
        let yearStart = GoTime.days(year, 1, 1)
        let second = seconds &- yearStart &* 86_400
        var (start, end) = (
            Self.second(summer.start, year, yearStart) - standard.offset,
            Self.second(summer.end, year, yearStart) - summer.rule.offset
        )
        var (outer, inner) = (standard, summer.rule)
        if end < start {
            (start, end) = (end, start)
            (outer, inner) = (inner, outer)
        }
        let base = yearStart &* 86_400
        if second < start { return GoZone.Span(rule: outer, start: base, end: base &+ start) }
        if second >= end { return GoZone.Span(rule: outer, start: base &+ end, end: base &+ 365 * 86_400) }
        return GoZone.Span(rule: inner, start: base &+ start, end: base &+ end)
    }

    /// Where in the year the change is, by the clock that holds before it.
    private static func second(_ change: Change, _ year: Int64, _ yearStart: Int64) -> Int64 {
        let day: Int64
        switch change.day {
        case .julian(let number): day = number - 1 + (GoTime.isLeap(year) && number >= 60 ? 1 : 0)
        case .ordinal(let number): day = number
        case .weekday(let month, let week, let weekday):
            let first = GoTime.days(year, month, 1)
            let missing = (weekday - Int64(GoTime.weekday(first)) + 7) % 7
            var offset = missing + (week - 1) * 7
            if offset >= GoTime.daysIn(month, year) { offset -= 7 }
            day = first - yearStart + offset
        }
        return day * 86_400 + change.time
    }

    // MARK: Reading

    private static func name(_ rest: inout ArraySlice<UInt8>) -> String? {
        if rest.first == UInt8(ascii: "<") {
            guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            defer { rest = rest[(close + 1)...] }
            return String(decoding: rest[..<close].dropFirst(), as: UTF8.self)
        }
        let name = rest.prefix { !$0.isDigit && !",-+".utf8.contains($0) }
        rest = rest.dropFirst(name.count)
        return name.count < 3 ? nil : String(decoding: name, as: UTF8.self)
    }

    /// Hours, minutes and seconds, in seconds.
    private static func offset(_ rest: inout ArraySlice<UInt8>) -> Int64? {
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        guard var seconds = number(&rest, 0...168).map({ $0 * 3600 }) else { return nil }
        for unit: Int64 in [60, 1] where rest.first == UInt8(ascii: ":") {
            rest = rest.dropFirst()
            guard let part = number(&rest, 0...59) else { return nil }
            seconds += part * unit
        }
        return isNegative ? -seconds : seconds
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, _ range: ClosedRange<Int64>) -> Int64? {
        let digits = rest.prefix(while: \.isDigit)
        rest = rest.dropFirst(digits.count)
        return Int64(String(decoding: digits, as: UTF8.self)).flatMap { range.contains($0) ? $0 : nil }
    }

    private static func change(_ rest: inout ArraySlice<UInt8>) -> Change? {
        guard rest.popFirst() == UInt8(ascii: ",") else { return nil }
        let day: Day
        switch rest.first {
        case UInt8(ascii: "J"):
            rest = rest.dropFirst()
            guard let number = number(&rest, 1...365) else { return nil }
            day = .julian(number)
        case UInt8(ascii: "M"):
            rest = rest.dropFirst()
            guard let month = number(&rest, 1...12), rest.popFirst() == UInt8(ascii: "."),
                let week = number(&rest, 1...5), rest.popFirst() == UInt8(ascii: "."),
                let weekday = number(&rest, 0...6)
            else { return nil }
            day = .weekday(month: month, week: week, day: weekday)
        default:
            guard let number = number(&rest, 0...365) else { return nil }
            day = .ordinal(number)
        }
        guard rest.first == UInt8(ascii: "/") else { return Change(day: day, time: 7200) }
        rest = rest.dropFirst()
        return offset(&rest).map { Change(day: day, time: $0) }
    }
}
