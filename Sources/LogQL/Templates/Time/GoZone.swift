/// A time zone: when which offset from UTC holds, and by which name.
final class GoZone: Sendable {
    struct Rule: Sendable {
        let name: String
        /// Seconds east of UTC.
        let offset: Int64
        let isSummer: Bool
    }

    /// A rule with the seconds since 1970 from which and until which it holds.
    struct Span {
        let rule: Rule
        let start: Int64
        let end: Int64
    }

    let name: String
    let rules: [Rule]
    let transitions: [(when: Int64, rule: Int)]
    /// What holds after the last transition, in the form of POSIX' variable `TZ`.
    let rest: PosixZone?

    init(name: String, rules: [Rule], transitions: [(when: Int64, rule: Int)] = [], rest: PosixZone? = nil) {
        self.name = name
        self.rules = rules
        self.transitions = transitions
        self.rest = rest
    }

    static let utc = GoZone(name: "UTC", rules: [])
    /// The zone of Loki's machine, which is taken to run in UTC so that results don't depend on where they're made.
    static let local = GoZone(name: "Local", rules: [])

    static func fixed(_ name: String, _ offset: Int64) -> GoZone {
        GoZone(name: name, rules: [Rule(name: name, offset: offset, isSummer: false)])
    }

    func span(at seconds: Int64) -> Span {
        guard let first = rules.first else {
            return Span(rule: Rule(name: "UTC", offset: 0, isSummer: false), start: .min, end: .max)
        }
        guard let earliest = transitions.first else { return Span(rule: first, start: .min, end: .max) }
        if seconds < earliest.when { return Span(rule: ruleBefore(earliest.rule), start: .min, end: earliest.when) }
        var (low, high) = (0, transitions.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if seconds < transitions[middle].when { high = middle } else { low = middle }
        }
        let isLast = low == transitions.count - 1
        if isLast, let span = rest?.span(at: seconds, since: transitions[low].when) { return span }
        return Span(
            rule: rules[transitions[low].rule], start: transitions[low].when,
            end: isLast ? .max : transitions[high].when)
    }

    /// The rule before the first transition: the first, unless that's used later; then one that isn't summer time.
    private func ruleBefore(_ first: Int) -> Rule {
        if !transitions.contains(where: { $0.rule == 0 }) { return rules[0] }
        if rules[first].isSummer, let winter = rules[..<first].last(where: { !$0.isSummer }) { return winter }
        return rules.first { !$0.isSummer } ?? rules[0]
    }

    /// The offset that a name like `CEST` means at a time that's given in that rule's own hours.
    func offset(named name: String, at seconds: Int64) -> Int64? {
        let named = rules.filter { $0.name == name }
        let fitting = named.lazy.map { self.span(at: seconds &- $0.offset).rule }.first { $0.name == name }
        return fitting?.offset ?? named.first?.offset
    }
}
