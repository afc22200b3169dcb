import Glibc

/// An instant with the zone in which it's shown: Go's time.Time.
struct GoTime: Equatable, Sendable {
    /// Since 1970.
    var seconds: Int64
    /// Below a billion.
    var nanoseconds: Int64
    var zone: GoZone

    static func == (one: GoTime, other: GoTime) -> Bool {
        one.seconds == other.seconds && one.nanoseconds == other.nanoseconds && one.zone === other.zone
    }

    /// The first of January of the year 1: what Go has for no time.
    static let zero = GoTime(seconds: -62_135_596_800, zone: .utc)

    init(seconds: Int64, nanoseconds: Int64 = 0, zone: GoZone = .local) {
        self.seconds = seconds &+ Self.floorDivide(nanoseconds, 1_000_000_000)
        self.nanoseconds = nanoseconds - Self.floorDivide(nanoseconds, 1_000_000_000) * 1_000_000_000
        self.zone = zone
    }

    static var now: GoTime {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return GoTime(seconds: Int64(now.tv_sec), nanoseconds: Int64(now.tv_nsec))
    }

    /// The instant at which a zone's clocks show this; parts beyond their bounds carry over.
    init(_ year: Int64, _ month: Int64, _ day: Int64, seconds: Int64, nanoseconds: Int64, zone: GoZone) {
        let days = Self.days(
            year &+ Self.floorDivide(month - 1, 12), (month - 1) - Self.floorDivide(month - 1, 12) * 12 + 1, 1)
        var instant = (days &+ day &- 1) &* 86_400 &+ seconds
        let span = zone.span(at: instant)
        if span.rule.offset != 0 {
            let utc = instant &- span.rule.offset
            let fits = utc >= span.start && utc < span.end
            instant = instant &- (fits ? span.rule.offset : zone.span(at: utc).rule.offset)
        }
        self.init(seconds: instant, nanoseconds: nanoseconds, zone: zone)
    }

    // MARK: The clock's and the calendar's parts

    var rule: GoZone.Rule { zone.span(at: seconds).rule }
    private var shown: Int64 { seconds &+ rule.offset }
    private var day: Int64 { Self.floorDivide(shown, 86_400) }
    var civil: (year: Int64, month: Int64, day: Int64) { Self.civil(day) }
    var yearDay: Int64 { day - Self.days(civil.year, 1, 1) + 1 }
    var weekday: Int { Self.weekday(day) }
    var secondOfDay: Int64 { shown &- day &* 86_400 }
    var hour: Int64 { secondOfDay / 3600 }
    var minute: Int64 { secondOfDay / 60 % 60 }
    var second: Int64 { secondOfDay % 60 }

    static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        value / divisor - (value % divisor < 0 ? 1 : 0)
    }

    static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func daysIn(_ month: Int64, _ year: Int64) -> Int64 {
        month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days since 1970. Years are counted from March, so that the leap day is their last, in eras of 400.
    static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let year = month <= 2 ? year &- 1 : year
        let era = floorDivide(year, 400)
        let yearOfEra = year &- era &* 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era &* 146_097 &+ yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days &+ 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted &- era &* 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }

    static func weekday(_ days: Int64) -> Int { Int((days % 7 + 11) % 7) }

    // MARK: Names

    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    static let weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    static func monthName(_ month: Int) -> String {
        month >= 1 && month <= 12 ? monthNames[month - 1] : "%!Month(\(month))"
    }

    static func weekdayName(_ day: Int) -> String {
        weekdayNames.indices.contains(day) ? weekdayNames[day] : "%!Weekday(\(day))"
    }

    // MARK: Arithmetic

    func adding(_ duration: Int64) -> GoTime {
        GoTime(
            seconds: seconds &+ duration / 1_000_000_000, nanoseconds: nanoseconds + duration % 1_000_000_000,
            zone: zone)
    }

    /// The duration since another time, bounded by what a duration can be.
    func since(_ other: GoTime) -> Int64 {
        let (seconds, overflow) = seconds.subtractingReportingOverflow(other.seconds)
        let (scaled, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (result, isOver) = scaled.addingReportingOverflow(nanoseconds - other.nanoseconds)
        if !overflow, !overflows, !isOver { return result }
        return isBefore(other) ? .min : .max
    }

    func isBefore(_ other: GoTime) -> Bool { (seconds, nanoseconds) < (other.seconds, other.nanoseconds) }

    func isSameInstant(_ other: GoTime) -> Bool { seconds == other.seconds && nanoseconds == other.nanoseconds }

    func addingDate(_ years: Int64, _ months: Int64, _ days: Int64) -> GoTime {
        let date = civil
        return GoTime(
            date.year &+ years, Int64(clamping: Int(date.month) &+ Int(truncatingIfNeeded: months)), date.day &+ days,
            seconds: secondOfDay, nanoseconds: nanoseconds, zone: zone)
    }

    func shown(in zone: GoZone) -> GoTime {
        var time = self
        time.zone = zone
        return time
    }

    /// How far the time is past the last multiple of the duration since the year 1.
    func remainder(_ duration: Int64) -> Int64 {
        let divisor = UInt64(duration)
        let seconds = seconds &- Self.zero.seconds
        let place = seconds % duration
        let positive = UInt64(place < 0 ? place + duration : place)
        let product = positive.multipliedFullWidth(by: 1_000_000_000 % divisor)
        let rest = divisor.dividingFullWidth(product).remainder
        let (sum, overflow) = rest.addingReportingOverflow(UInt64(nanoseconds) % divisor)
        return Int64(truncatingIfNeeded: overflow || sum >= divisor ? sum &- divisor : sum)
    }

    func truncated(_ duration: Int64) -> GoTime { duration <= 0 ? self : adding(-remainder(duration)) }

    func rounded(_ duration: Int64) -> GoTime {
        guard duration > 0 else { return self }
        let rest = remainder(duration)
        return UInt64(rest) * 2 < UInt64(duration) ? adding(-rest) : adding(duration - rest)
    }
}
