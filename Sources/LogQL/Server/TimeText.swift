/// Times as parameters of requests carry them.
public enum TimeText {
    /// Seconds (up to ten digits, or with a fraction), nanoseconds, or RFC 3339. In nanoseconds since 1970.
    static func parse(_ text: String, default value: Int64) throws(Refusal) -> Int64 {
        if text.isEmpty { return value }
        if text.contains("."), case .success(let seconds) = GoText.float(text) {
            let whole = seconds.rounded(.towardZero)
            // Of a fraction, thousandths count.
            let fraction = ((seconds - whole) * 1000).rounded() / 1000
            guard let base = Int64(exactly: whole), abs(base) < 9_000_000_000 else { throw problem(text) }
            return base * 1_000_000_000 + Int64(fraction * 1e9)
        }
        if let number = Int64(text) {
            return text.utf8.count <= 10 ? number * 1_000_000_000 : number
        }
        guard let time = rfc3339(Array(text.utf8)) else { throw problem(text) }
        return time
    }

    private static func problem(_ text: String) -> Refusal {
        .bad("strconv.ParseInt: parsing \(GoString.quote(text)): invalid syntax")
    }

    /// Reads RFC 3339, as in `2026-11-23T10:00:00.5+01:00`: nanoseconds since 1970, or nil where it is no such time.
    public static func rfc3339(_ text: [UInt8]) -> Int64? {
        func number(_ range: Range<Int>) -> Int64? {
            guard range.upperBound <= text.count, text[range].allSatisfy(\.isDigit) else { return nil }
            return text[range].reduce(0) { $0 * 10 + Int64($1 - 48) }
        }
        guard text.count >= 20, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            text[10] | 0x20 == UInt8(ascii: "t"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
            let minute = number(14..<16), let second = number(17..<19), (1...12).contains(month),
            (1...31).contains(day), hour < 24, minute < 60, second < 60
        else { return nil }
        var index = 19
        var fraction: Int64 = 0
        if text[index] == UInt8(ascii: ".") {
            index += 1
            var unit: Int64 = 100_000_000
            let start = index
            while index < text.count, text[index].isDigit {
                fraction += Int64(text[index] - 48) * unit
                unit /= 10
                index += 1
            }
            if index == start { return nil }
        }
        guard index < text.count else { return nil }
        var offset: Int64 = 0
        if text[index] | 0x20 == UInt8(ascii: "z") {
            guard index + 1 == text.count else { return nil }
        } else {
            guard text.count == index + 6, text[index + 3] == UInt8(ascii: ":"), "+-".utf8.contains(text[index]),
                let hours = number(index + 1..<index + 3), let minutes = number(index + 4..<index + 6)
            else { return nil }
            offset = (hours * 60 + minutes) * 60 * (text[index] == UInt8(ascii: "-") ? -1 : 1)
        }
        let seconds = days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset
        let (nanoseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? nil : nanoseconds + fraction
    }

    /// Days since 1970 in the Gregorian calendar, which has 146,097 in 400 years; years begin with March here.
    static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// `2026-11-23T10:00:00Z`
    static func iso(_ nanoseconds: Int64) -> String {
        let seconds = Int64((Double(nanoseconds) / 1e9).rounded(.down))
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - day * 86_400
        // The inverse of `days`.
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(dayOfYear - (153 * part + 2) / 5 + 1))"
            + "T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}
