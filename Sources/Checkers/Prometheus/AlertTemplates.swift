import Diagnostics
import YAML

/// Looks for labels in the texts of an alert that its expression does not leave.
enum AlertTemplates {
    static func findings(in rule: RuleFile.Rule) -> [Diagnostic] {
        guard let expression = rule.expression, let labels = labels(of: expression.value) else { return [] }
        return rule.annotations.flatMap { text -> [Diagnostic] in
            let used = names(in: Array(text.value.utf8))
            let missing = used.filter { !labels.contains($0.name) }
            guard !missing.isEmpty else { return [] }
            let map = text.map
            return missing.map {
                PrometheusRulesTemplateLabel.found($0.name, known: labels.sorted(), at: map.origin(of: $0.range))
            }
        }
    }

    /// The labels that series of the answer have; nil where the expression does not say.
    static func labels(of expression: String) -> Set<String>? {
        let outline = PromQLOutline(Array(expression.utf8))
        guard !outline.selectors.isEmpty,
            !["group_left", "group_right", "label_replace", "label_join", "absent", "vector"]
                .contains(where: expression.contains)
        else { return nil }
        let aggregations = Set(outline.groupings.map(\.aggregation.text))
        let outermost = outline.groupings.filter { grouping in
            !grouping.functions.contains(where: aggregations.contains)
        }
        let covered = outermost.reduce(into: Set<Int>()) { $0.formUnion($1.selectors) }
        // These keep the labels of the series that they choose.
        let keepsLabels = outermost.contains { $0.isWithout || ["topk", "bottomk"].contains($0.aggregation.text) }
        guard covered.count == outline.selectors.count, !keepsLabels else { return nil }
        return Set(outermost.flatMap { $0.labels.map(\.text) }).subtracting(["le"])
    }

    /// Names behind `$labels.` and `.Labels.`.
    private static func names(in text: [UInt8]) -> [(name: String, range: Range<Int>)] {
        var names: [(name: String, range: Range<Int>)] = []
        for mark in ["$labels.", ".Labels."] {
            let mark = Array(mark.utf8)
            var offset = 0
            while offset + mark.count < text.count {
                guard text[offset..<offset + mark.count].elementsEqual(mark) else {
                    offset += 1
                    continue
                }
                let start = offset + mark.count
                let end = text[start...].firstIndex { !isName($0) } ?? text.count
                if end > start { names.append((String(decoding: text[start..<end], as: UTF8.self), start..<end)) }
                offset = max(end, start)
            }
        }
        return names
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
