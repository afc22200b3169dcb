extension GoTime {
    /// time.Time.Format.
    func format(_ layout: [UInt8]) -> [UInt8] {
        let date = civil
        let rule = rule
        var output: [UInt8] = []
        for piece in TimeLayout.pieces(layout) {
            output += piece.prefix
            guard let element = piece.element else { break }
            switch element {
            case .longMonth: output += Self.monthName(Int(date.month)).utf8
            case .month: output += Self.monthName(Int(date.month)).utf8.prefix(3)
            case .plainMonth: output += Self.digits(date.month, 1)
            case .zeroMonth: output += Self.digits(date.month, 2)
            case .longWeekday: output += Self.weekdayName(weekday).utf8
            case .weekday: output += Self.weekdayName(weekday).utf8.prefix(3)
            case .day: output += Self.digits(date.day, 1)
            case .spacedDay: output += Self.digits(date.day, 2, padding: 0x20)
            case .zeroDay: output += Self.digits(date.day, 2)
            case .spacedYearDay: output += Self.digits(yearDay, 3, padding: 0x20)
            case .zeroYearDay: output += Self.digits(yearDay, 3)
            case .hour: output += Self.digits(hour, 2)
            case .hour12: output += Self.digits((hour + 11) % 12 + 1, 1)
            case .zeroHour12: output += Self.digits((hour + 11) % 12 + 1, 2)
            case .minute: output += Self.digits(minute, 1)
            case .zeroMinute: output += Self.digits(minute, 2)
            case .second: output += Self.digits(second, 1)
            case .zeroSecond: output += Self.digits(second, 2)
            case .longYear: output += Self.digits(date.year, 4)
            case .year: output += Self.digits(Int64(date.year.magnitude % 100), 2)
            case .upperHalf: output += (hour >= 12 ? "PM" : "AM").utf8
            case .lowerHalf: output += (hour >= 12 ? "pm" : "am").utf8
            case .zoneName:
                output += rule.name.isEmpty ? Self.offset(rule.offset, .plain) : Array(rule.name.utf8)
            case .offset(let form, let showsUTC):
                output += showsUTC && rule.offset == 0 ? [UInt8(ascii: "Z")] : Self.offset(rule.offset, form)
            case .fraction(let count, let trims, let separator):
                output += fraction(count, trims: trims, separator)
            }
        }
        return output
    }

    private static func digits(_ number: Int64, _ width: Int, padding: UInt8 = 0x30) -> [UInt8] {
        let text = Array(String(number.magnitude).utf8)
        return (number < 0 ? [UInt8(ascii: "-")] : []) + Array(repeating: padding, count: max(0, width - text.count))
            + text
    }

    private static func offset(_ seconds: Int64, _ form: TimeLayout.Offset) -> [UInt8] {
        // The sign is that of whole minutes.
        var output = [UInt8(ascii: seconds / 60 < 0 ? "-" : "+")]
        let size = seconds / 60 < 0 ? -seconds : seconds
        let colon = form == .colon || form == .colonSeconds ? [UInt8(ascii: ":")] : []
        output += digits(abs(seconds / 60) / 60, 2) + (form == .short ? [] : colon + digits(abs(seconds / 60) % 60, 2))
        if form == .seconds || form == .colonSeconds { output += colon + digits(size % 60, 2) }
        return output
    }

    private func fraction(_ count: Int, trims: Bool, _ separator: UInt8) -> [UInt8] {
        if trims, nanoseconds == 0 { return [] }
        var digits = Self.digits(nanoseconds, 9)[...].prefix(count)
        while trims, digits.last == 0x30 { digits = digits.dropLast() }
        return trims && digits.isEmpty ? [] : [separator] + digits
    }

    /// How Go prints a time.
    var text: String {
        String(decoding: format(Array("2006-01-02 15:04:05.999999999 -0700 MST".utf8)), as: UTF8.self)
    }

    /// How Go's `%#v` prints a time.
    var goText: String {
        let date = civil
        let place =
            zone === GoZone.utc
            ? "time.UTC" : zone === GoZone.local ? "time.Local" : "time.Location(\(Self.quote(Array(zone.name.utf8))))"
        return
            "time.Date(\(date.year), time.\(Self.monthName(Int(date.month))), \(date.day), \(hour), \(minute), \(second), \(nanoseconds), \(place))"
    }

    /// Strings in the errors of Go's package time.
    static func quote(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = [UInt8(ascii: "\"")]
        for byte in bytes {
            if byte >= 0x80 || byte < 0x20 {
                output += Array("\\x".utf8) + GoQuote.hex(UInt32(byte), 2)
            } else {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { output.append(UInt8(ascii: "\\")) }
                output.append(byte)
            }
        }
        return String(decoding: output + [UInt8(ascii: "\"")], as: UTF8.self)
    }
}
