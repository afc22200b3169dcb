import Diagnostics
import Proofs

/// Looks up what a PromQL query names of Loki: metrics, labels, routes; and how it uses them.
struct PromQLNames {
    let map: PositionMap
    let outline: PromQLOutline
    private(set) var findings: [Diagnostic] = []

    /// - Parameter map: leads from the query's bytes to the author's file.
    init(_ query: [UInt8], map: PositionMap) {
        self.map = map
        outline = PromQLOutline(query)
        for selector in outline.selectors { check(selector) }
        for grouping in outline.groupings { check(grouping) }
    }

    /// How many series of Loki were looked up.
    var count: Int { outline.selectors.count { $0.metric?.text.hasPrefix("loki_") ?? false } }

    private mutating func check(_ selector: PromQLOutline.Selector) {
        guard let name = selector.metric, name.text.hasPrefix("loki_") else { return }
        // A name with a colon is a recorded one, of the author's own rules.
        guard !name.text.contains(":") else { return }
        let origin = map.origin(of: name.range)
        guard let (metric, suffix) = LokiMetrics.shared.metric(ofSeries: name.text) else {
            findings.append(PromQLUnknownMetric.found(name.text, at: origin))
            return
        }
        if !metric.isInRelease { findings.append(PromQLUnknownMetric.onlyLater(name.text, at: origin)) }
        for matcher in selector.matchers { check(matcher, of: metric) }
        checkUse(selector, of: metric, suffix, at: origin)
    }

    private mutating func check(_ matcher: PromQLOutline.Matcher, of metric: LokiMetrics.Metric) {
        checkLabel(matcher.label, of: [metric])
        guard matcher.label.text == "route", matcher.operation == "=" else { return }
        let routes = LokiMetrics.shared.routes
        if !routes.contains(matcher.value.text), !matcher.value.text.contains("$") {
            findings.append(
                PromQLUnknownRoute.found(
                    matcher.value.text, known: routes.sorted(), at: map.origin(of: matcher.value.range)))
        }
    }

    private mutating func checkLabel(_ label: PromQLOutline.Name, of metrics: [LokiMetrics.Metric]) {
        guard !LokiMetrics.targetLabels.contains(label.text), !label.text.contains("$") else { return }
        let known = metrics.compactMap(\.labels)
        guard known.count == metrics.count, !known.isEmpty, !known.contains(where: { $0.contains(label.text) }) else {
            return
        }
        findings.append(
            PromQLUnknownLabel.found(
                label.text, of: metrics.map(\.name), known: known.reduce(into: Set()) { $0.formUnion($1) }.sorted(),
                at: map.origin(of: label.range)))
    }

    private static let perSecond: Set<String> = ["rate", "irate", "increase"]
    /// What may be asked of a counter as it stands.
    private static let fitForCounters: Set<String> = [
        "rate", "irate", "increase", "resets", "changes", "absent", "absent_over_time", "present_over_time", "count",
        "group", "timestamp", "count_over_time", "last_over_time", "count_values",
    ]

    private mutating func checkUse(
        _ selector: PromQLOutline.Selector, of metric: LokiMetrics.Metric, _ suffix: String,
        at origin: PositionMap.Origin
    ) {
        let isCounter = metric.kind == .counter || !suffix.isEmpty
        if isCounter, selector.functions.allSatisfy({ !Self.fitForCounters.contains($0) }) {
            findings.append(PromQLCounterWithoutRate.found(selector.metric?.text ?? metric.name, at: origin))
        }
        if metric.kind == .gauge, suffix.isEmpty,
            let function = selector.functions.first(where: Self.perSecond.contains)
        {
            findings.append(PromQLRateOfGauge.found(metric.name, in: function, at: origin))
        }
    }

    private mutating func check(_ grouping: PromQLOutline.Grouping) {
        let selectors = outline.selectors[grouping.selectors]
        let names = selectors.compactMap { $0.metric?.text }
        let metrics = names.compactMap { LokiMetrics.shared.metric(ofSeries: $0)?.metric }
        // Labels of other metrics, and those that functions make, are not known here.
        let areKnown = names.count == metrics.count && names.count == selectors.count && !metrics.isEmpty
        let makesLabels = outline.selectors[grouping.selectors].contains { selector in
            selector.functions.contains { ["label_replace", "label_join", "count_values"].contains($0) }
        }
        if areKnown, !makesLabels { for label in grouping.labels { checkLabel(label, of: metrics) } }
        guard grouping.functions.first == "histogram_quantile" else { return }
        let hasBuckets = names.contains { $0.hasSuffix("_bucket") }
        let keepsLE = grouping.labels.contains { $0.text == "le" } != grouping.isWithout
        if hasBuckets, !keepsLE {
            findings.append(PromQLQuantileWithoutLE.found(at: map.origin(of: grouping.aggregation.range)))
        }
    }
}
