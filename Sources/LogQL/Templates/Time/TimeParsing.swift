extension GoTime {
    /// time.ParseInLocation; nil where that gives an error.
    static func parse(_ layout: [UInt8], _ text: [UInt8], in zone: GoZone) -> GoTime? {
        var parser = TimeParser(rest: text[...])
        let pieces = TimeLayout.pieces(layout)
        for (index, piece) in pieces.enumerated() {
            guard parser.skip(piece.prefix) else { return nil }
            guard let element = piece.element else { break }
            let next = pieces[index + 1]
            let isFractionNext = if case .fraction = next.element { true } else { false }
            guard parser.take(element, isFractionNext: isFractionNext) else { return nil }
        }
        return parser.rest.isEmpty ? parser.time(in: zone) : nil
    }
}

/// Takes a time apart, element by element of its layout.
private struct TimeParser {
    var rest: ArraySlice<UInt8>
    private var year: Int64 = 0
    private var month: Int64?
    private var day: Int64?
    private var yearDay: Int64?
    private var hour: Int64 = 0
    private var minute: Int64 = 0
    private var second: Int64 = 0
    private var nanoseconds: Int64 = 0
    private var isAfternoon = false
    private var isMorning = false
    private var isUTC = false
    private var offset: Int64?
    private var zoneName: ArraySlice<UInt8> = []

    init(rest: ArraySlice<UInt8>) { self.rest = rest }

    /// Plain text of the layout; its spaces stand for any number of spaces.
    mutating func skip(_ prefix: ArraySlice<UInt8>) -> Bool {
        var prefix = prefix
        while let byte = prefix.first {
            if byte == 0x20 {
                if let first = rest.first, first != 0x20 { return false }
                prefix = prefix.drop { $0 == 0x20 }
                rest = rest.drop { $0 == 0x20 }
                continue
            }
            guard rest.popFirst() == byte else { return false }
            prefix = prefix.dropFirst()
        }
        return true
    }

    mutating func take(_ element: TimeLayout.Element, isFractionNext: Bool) -> Bool {
        switch element {
        case .year:
            guard rest.count >= 2, let number = number(rest.prefix(2)) else { return false }
            rest = rest.dropFirst(2)
            year = number + (number >= 69 ? 1900 : 2000)
            return true
        case .longYear:
            guard rest.count >= 4, rest.prefix(4).allSatisfy(\.isDigit) else { return false }
            year = number(rest.prefix(4)) ?? 0
            rest = rest.dropFirst(4)
            return true
        case .month, .longMonth:
            let names = element == .month ? GoTime.monthNames.map { String($0.prefix(3)) } : GoTime.monthNames
            month = name(names).map { Int64($0 + 1) }
            return month != nil
        case .weekday, .longWeekday:
            return name(element == .weekday ? GoTime.weekdayNames.map { String($0.prefix(3)) } : GoTime.weekdayNames)
                != nil
        case .plainMonth, .zeroMonth:
            month = digits(isFixed: element == .zeroMonth)
            return month.map { (1...12).contains($0) } ?? false
        case .day, .spacedDay, .zeroDay:
            if element == .spacedDay, rest.first == 0x20 { rest = rest.dropFirst() }
            day = digits(isFixed: element == .zeroDay)
            return day != nil
        case .spacedYearDay, .zeroYearDay: return takeYearDay(isFixed: element == .zeroYearDay)
        case .hour: return set(\.hour, digits(isFixed: false), below: 24)
        case .hour12, .zeroHour12: return set(\.hour, digits(isFixed: element == .zeroHour12), below: 13)
        case .minute, .zeroMinute: return set(\.minute, digits(isFixed: element == .zeroMinute), below: 60)
        case .second, .zeroSecond:
            guard set(\.second, digits(isFixed: element == .zeroSecond), below: 60) else { return false }
            // A fraction may follow even if the layout has none.
            return isFractionNext || takeFraction()
        case .upperHalf: return takeHalf("PM", "AM")
        case .lowerHalf: return takeHalf("pm", "am")
        case .zoneName: return takeZoneName()
        case .offset(let form, let showsUTC): return takeOffset(form, showsUTC: showsUTC)
        case .fraction(let count, false, _):
            guard rest.count > count, isSeparator(rest.first), rest.dropFirst().prefix(count).allSatisfy(\.isDigit)
            else {
                return false
            }
            nanoseconds = fraction(rest.dropFirst().prefix(count))
            rest = rest.dropFirst(count + 1)
            return true
        case .fraction: return takeFraction()
        }
    }

    // MARK: Elements

    /// Digits with a sign before them, as Go reads years of two digits.
    private func number(_ text: ArraySlice<UInt8>) -> Int64? {
        let digits = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
        guard digits.allSatisfy(\.isDigit) else { return nil }
        let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
        return text.first == UInt8(ascii: "-") ? -value : value
    }

    /// One digit or two; two where the element has a fixed width.
    private mutating func digits(isFixed: Bool) -> Int64? {
        let digits = rest.prefix(2).prefix(while: \.isDigit)
        guard !digits.isEmpty, !isFixed || digits.count == 2 else { return nil }
        rest = rest.dropFirst(digits.count)
        return number(digits)
    }

    private mutating func set(_ part: WritableKeyPath<TimeParser, Int64>, _ value: Int64?, below bound: Int64) -> Bool {
        guard let value, value < bound else { return false }
        self[keyPath: part] = value
        return true
    }

    private mutating func name(_ names: [String]) -> Int? {
        let found = names.firstIndex { name in
            rest.count >= name.utf8.count && zip(rest, name.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 && $0 >= 0x41 }
        }
        if let found { rest = rest.dropFirst(names[found].utf8.count) }
        return found
    }

    private mutating func takeYearDay(isFixed: Bool) -> Bool {
        for _ in 0..<2 where !isFixed && rest.first == 0x20 { rest = rest.dropFirst() }
        let digits = rest.prefix(3).prefix(while: \.isDigit)
        guard !digits.isEmpty, !isFixed || digits.count == 3 else { return false }
        rest = rest.dropFirst(digits.count)
        yearDay = number(digits)
        return true
    }

    private func isSeparator(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }

    private mutating func takeFraction() -> Bool {
        guard isSeparator(rest.first), let digit = rest.dropFirst().first, digit.isDigit else { return true }
        let digits = rest.dropFirst().prefix(while: \.isDigit)
        nanoseconds = fraction(digits)
        rest = rest.dropFirst(digits.count + 1)
        return true
    }

    private func fraction(_ digits: ArraySlice<UInt8>) -> Int64 {
        let shown = digits.prefix(9)
        return (shown.count..<9).reduce(number(shown) ?? 0) { value, _ in value * 10 }
    }

    private mutating func takeHalf(_ afternoon: String, _ morning: String) -> Bool {
        if rest.starts(with: afternoon.utf8) {
            isAfternoon = true
        } else {
            guard rest.starts(with: morning.utf8) else { return false }
            isMorning = true
        }
        rest = rest.dropFirst(2)
        return true
    }

    private mutating func takeOffset(_ form: TimeLayout.Offset, showsUTC: Bool) -> Bool {
        if showsUTC, rest.first == UInt8(ascii: "Z") {
            rest = rest.dropFirst()
            isUTC = true
            return true
        }
        guard let sign = rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
        let hasColon = form == .colon || form == .colonSeconds
        let count = form == .short ? 1 : form == .seconds || form == .colonSeconds ? 3 : 2
        var parts: [Int64] = []
        for index in 0..<count {
            if index > 0, hasColon, rest.popFirst() != UInt8(ascii: ":") { return false }
            guard let part = digits(isFixed: true), part <= (index == 0 ? 24 : 60) else { return false }
            parts.append(part)
        }
        parts += Array(repeating: 0, count: 3 - count)
        let seconds = (parts[0] * 60 + parts[1]) * 60 + parts[2]
        offset = sign == UInt8(ascii: "-") ? -seconds : seconds
        return true
    }

    private mutating func takeZoneName() -> Bool {
        if rest.starts(with: "UTC".utf8) {
            rest = rest.dropFirst(3)
            isUTC = true
            return true
        }
        guard let length = zoneNameLength() else { return false }
        zoneName = rest.prefix(length)
        rest = rest.dropFirst(length)
        return true
    }

    /// How long the abbreviation of a zone is that stands here: three letters, or four or five as they're in use.
    private func zoneNameLength() -> Int? {
        guard rest.count >= 3 else { return nil }
        if rest.starts(with: "ChST".utf8) || rest.starts(with: "MeST".utf8) { return 4 }
        if rest.starts(with: "GMT".utf8) { return 3 + (signedOffsetLength(rest.dropFirst(3)) ?? 0) }
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { return signedOffsetLength(rest) }
        let letters = rest.prefix(6).prefix { $0 &- 0x41 < 26 }
        switch letters.count {
        case 5: return letters.last == UInt8(ascii: "T") ? 5 : nil
        case 4: return letters.last == UInt8(ascii: "T") || letters.elementsEqual("WITA".utf8) ? 4 : nil
        case 3: return 3
        default: return nil
        }
    }

    private func signedOffsetLength(_ text: ArraySlice<UInt8>) -> Int? {
        guard text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-") else { return nil }
        let digits = text.dropFirst().prefix(while: \.isDigit)
        guard !digits.isEmpty, let value = Int(String(decoding: digits, as: UTF8.self)), value <= 23 else { return nil }
        return digits.count + 1
    }

    // MARK: The result

    func time(in zone: GoZone) -> GoTime? {
        var hour = hour
        if isAfternoon, hour < 12 { hour += 12 } else if isMorning, hour == 12 { hour = 0 }
        guard let (month, day) = date(), day >= 1, day <= GoTime.daysIn(month, year) else { return nil }
        func time(_ zone: GoZone) -> GoTime {
            GoTime(
                year, month, day, seconds: (hour * 60 + minute) * 60 + second, nanoseconds: nanoseconds, zone: zone)
        }
        if isUTC { return time(.utc) }
        let name = String(decoding: zoneName, as: UTF8.self)
        // Go takes an offset of a second west for none.
        if let offset, offset != -1 {
            var result = time(.utc)
            result.seconds &-= offset
            let rule = zone.span(at: result.seconds).rule
            let isLocal = rule.offset == offset && (name.isEmpty || rule.name == name)
            return result.shown(in: isLocal ? zone : .fixed(name, offset))
        }
        if name.isEmpty { return time(zone) }
        var result = time(.utc)
        if let offset = zone.offset(named: name, at: result.seconds) {
            result.seconds &-= offset
            return result.shown(in: zone)
        }
        let hours = name.hasPrefix("GMT") ? number(zoneName.dropFirst(3)) ?? 0 : 0
        return result.shown(in: .fixed(name, hours * 3600))
    }

    /// Month and day, from the day of the year if that was given.
    private func date() -> (Int64, Int64)? {
        guard let yearDay else { return (month ?? 1, day ?? 1) }
        guard yearDay >= 1, yearDay <= (GoTime.isLeap(year) ? 366 : 365) else { return nil }
        let date = GoTime.civil(GoTime.days(year, 1, 1) + yearDay - 1)
        guard month == nil || month == date.month, day == nil || day == date.day else { return nil }
        return (date.month, date.day)
    }
}
