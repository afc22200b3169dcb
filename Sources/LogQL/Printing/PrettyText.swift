/// The laid-out form of a query: what Loki's own formatter gives. What fits into a hundred bytes stays on its line.
extension Expression {
    public var pretty: String { range.count > 100 ? DeepStack.run { prettyText } : prettyText }

    private var prettyText: String {
        switch self {
        case .log(let query): query.pretty(level: 0)
        case .metric(let metric): metric.pretty(level: 0)
        case .variants(let variants): variants.pretty
        }
    }
}

private func indent(_ level: Int) -> String { String(repeating: "  ", count: level) }

extension String {
    fileprivate var isLong: Bool { utf8.count > 100 }
}

extension LogQuery {
    fileprivate func pretty(level: Int) -> String {
        let line = canonical
        guard line.isLong, !stages.isEmpty else { return indent(level) + line }
        let selector = LogQuery(matchers: matchers, stages: [], range: range)
        return ([indent(level) + selector.canonical] + stages.map { $0.pretty(level: level + 1) })
            .joined(separator: "\n")
    }
}

extension Stage {
    fileprivate func pretty(level: Int) -> String {
        switch kind {
        case .lineFilters(let filters): Self.pretty(filters, level)
        // Loki's formatter forgets to indent this one.
        case .decolorize: canonical
        default: indent(level) + canonical
        }
    }

    /// As many of the first filters as fit stay on one line; each of the others gets its own.
    ///
    /// Loki's formatter loses what follows `or` in a filter that has to be broken off; here it is kept.
    private static func pretty(_ filters: [LineFilter], _ level: Int) -> String {
        let texts = filters.map(\.canonical)
        var line = texts.first ?? ""
        var fitting = 1
        for text in texts.dropFirst() {
            let longer = line + " " + text
            if longer.isLong { break }
            line = longer
            fitting += 1
        }
        return ([line] + texts.dropFirst(fitting)).map { indent(level) + $0 }.joined(separator: "\n")
    }
}

extension LogRange {
    fileprivate func pretty(level: Int) -> String {
        var text = query.pretty(level: level)
        if let unwrap { text += "\n" + unwrap.pretty(level: level + 1) }
        text += " [\(intervalText)]"
        let offset = offsetVariable ?? (offset == 0 ? nil : DurationText.prometheusText(offset))
        return offset.map { text + " offset \($0)" } ?? text
    }
}

extension Unwrap {
    fileprivate func pretty(level: Int) -> String {
        let own = indent(level) + "| unwrap " + (conversion.map { "\($0.rawValue)(\(label))" } ?? label)
        return ([own] + filters.map { indent(level) + "| " + $0.canonical }).joined(separator: "\n")
    }
}

extension Grouping {
    fileprivate var pretty: String {
        let word = isWithout ? " without" : labels.isEmpty ? "" : " by"
        return labels.isEmpty ? word : word + " (\(labels.joined(separator: ", ")))"
    }
}

extension MetricExpression {
    fileprivate func pretty(level: Int) -> String {
        let line = canonical
        guard line.isLong else { return indent(level) + line }
        switch self {
        case .range(let aggregation):
            var arguments = [aggregation.source.pretty(level: level + 1)]
            if let parameter = aggregation.parameterVariable ?? aggregation.parameter.map(GoNumber.text) {
                arguments.insert(indent(level + 1) + parameter, at: 0)
            }
            return Self.call(aggregation.operation, arguments, level) + (aggregation.grouping?.pretty ?? "")
        case .vector(let aggregation):
            var arguments = [aggregation.operand.pretty(level: level + 1)]
            if let parameter = aggregation.parameterVariable ?? aggregation.parameter.map(String.init) {
                arguments.insert(indent(level + 1) + parameter, at: 0)
            }
            return Self.call(aggregation.operation + (aggregation.grouping?.pretty ?? ""), arguments, level)
        case .binary(let operation):
            return operation.left.pretty(level: level + 1) + "\n" + indent(level) + operation.prettySign + "\n"
                + operation.right.pretty(level: level + 1)
        case .labelReplace(let replace):
            return Self.call(
                "label_replace",
                [replace.operand.pretty(level: level + 1)] + replace.texts.map { indent(level + 1) + $0 },
                level)
        case .literal, .constant, .variable: return indent(level) + line
        }
    }

    private static func call(_ name: String, _ arguments: [String], _ level: Int) -> String {
        indent(level) + name + "(\n" + arguments.joined(separator: ",\n") + "\n" + indent(level) + ")"
    }
}

extension BinaryOperation {
    fileprivate var prettySign: String {
        let sign = operation + (returnsBool ? " bool" : "")
        guard let labels = matching.labels, !labels.isEmpty else { return sign }
        var group =
            matching.cardinality == .manyToOne
            ? "group_left" : matching.cardinality == .oneToMany ? "group_right" : ""
        if let included = matching.included, !included.isEmpty { group += " (\(included.joined(separator: ", ")))" }
        return "\(sign) \(matching.isOn ? "on" : "ignoring") (\(labels.joined(separator: ", "))) \(group)"
    }
}

extension Variants {
    fileprivate var pretty: String {
        "variants(\n" + metrics.map { $0.pretty(level: 1) }.joined(separator: ",\n") + "\n) of (\n"
            + source.pretty(level: 1) + "\n)"
    }
}
