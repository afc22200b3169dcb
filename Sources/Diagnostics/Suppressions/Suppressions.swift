/// All suppressions of a run, set against its findings.
public enum Suppressions {
    /// The findings without those that are suppressed, and with those about suppressions: of an unknown rule, expired, or
    /// without effect.
    ///
    /// - Parameters:
    ///   - known: the ids of all rules there are.
    ///   - ran: the rules that this run looked for; only their suppressions can be told to be unused.
    ///   - today: suppressions that end before this day are expired.
    public static func apply(
        _ suppressions: [Suppression], to findings: [Diagnostic], known: Set<RuleID>, ran: Set<RuleID>? = nil,
        today: CalendarDate
    ) -> [Diagnostic] {
        // A fragment that others include brings its suppressions along each time.
        var seen = Set<Span>()
        let distinct = suppressions.filter { seen.insert($0.span).inserted }
        var report: [Diagnostic] = []
        var valid: [RuleID: [Suppression]] = [:]
        for suppression in distinct {
            if !known.contains(suppression.rule) {
                report.append(SuppressionOfUnknownRule.finding(suppression, known: known))
            } else if let until = suppression.until, until < today {
                report.append(SuppressionExpired.finding(suppression, until: until))
            } else {
                valid[suppression.rule, default: []].append(suppression)
            }
        }
        var used = Set<Span>()
        let left = findings.filter { finding in
            let covering = (valid[finding.rule] ?? []).filter { $0.covers(finding) }
            used.formUnion(covering.map(\.span))
            return covering.isEmpty
        }
        let ran = ran ?? known
        for suppression in valid.values.joined()
        where ran.contains(suppression.rule) && !used.contains(suppression.span) {
            report.append(SuppressionUnused.finding(suppression))
        }
        return left + report.sorted(by: Diagnostic.inReadingOrder)
    }
}
