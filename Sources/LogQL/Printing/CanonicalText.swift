/// The canonical form of a query: what Loki's own expressions print.
extension Expression {
    public var canonical: String { range.count > 100 ? DeepStack.run { canonicalText } : canonicalText }

    private var canonicalText: String {
        switch self {
        case .log(let query): query.canonical
        case .metric(let metric): metric.canonical
        case .variants(let variants):
            "variants(\(variants.metrics.map(\.canonical).joined(separator: ", "))) of (\(variants.source.canonical))"
        }
    }
}

extension LogQuery {
    public var canonical: String {
        let selector = "{\(matchers.map(\.canonical).joined(separator: ", "))}"
        return stages.isEmpty ? selector : selector + " " + stages.map(\.canonical).joined(separator: " ")
    }
}

extension Matcher {
    public var canonical: String {
        if variable == .whole { return name }
        let isPlain =
            !name.isEmpty
            && name.utf8.enumerated().allSatisfy { $1.isNameStart || ($0 > 0 && $1.isDigit) }
        return (isPlain || GrafanaVariable.isFound(in: name.utf8) ? name : GoString.quote(name)) + operation.rawValue
            + GoString.text(value, isVariable: variable == .value)
    }
}

extension Matcher {
    /// As a label filter. An expression that Loki can't take apart is printed between backticks.
    fileprivate var canonicalFilter: String {
        guard operation == .matches, variable == nil, !value.utf8.contains(UInt8(ascii: "`")),
            RegexShape.simplified(value, isLabel: true) == nil
        else { return canonical }
        return name + operation.rawValue + "`\(value)`"
    }
}

extension Stage {
    public var canonical: String {
        switch kind {
        case .lineFilters(let filters): filters.map(\.canonical).joined(separator: " ")
        case .json(let extractions):
            "| json" + (extractions.isEmpty ? "" : " " + extractions.map(\.canonical).joined(separator: ","))
        case .logfmt(let flags, let extractions):
            "| logfmt" + (flags.isStrict ? " --strict" : "") + (flags.keepsEmpty ? " --keep-empty" : "")
                + (extractions.isEmpty ? "" : " " + extractions.map(\.canonical).joined(separator: ","))
        case .regexp(let text): "| regexp " + GoString.text(text, isVariable: isVariable)
        case .pattern(let text): "| pattern " + GoString.text(text, isVariable: isVariable)
        case .unpack: "| unpack"
        case .labelFilter(let filter): "| " + filter.canonical
        case .lineFormat(let text): "| line_format " + GoString.text(text, isVariable: isVariable)
        case .labelFormat(let formats):
            "| label_format "
                + formats.map { "\($0.name)=\($0.isRename ? $0.value : GoString.quote($0.value))" }.joined(
                    separator: ",")
        case .decolorize: "| decolorize"
        case .drop(let matchers): "| drop " + matchers.map(\.canonical).joined(separator: ",")
        case .keep(let matchers): "| keep " + matchers.map(\.canonical).joined(separator: ",")
        }
    }
}

extension LineFilter {
    public var canonical: String {
        operation.rawValue + " "
            + alternatives.map { $0.isAddress ? "ip(\($0.canonicalText))" : $0.canonicalText }
            .joined(separator: " or ")
    }
}

extension LineFilter.Alternative {
    fileprivate var canonicalText: String { GoString.text(text, isVariable: isVariable) }
}

extension Extraction {
    var canonical: String { "\(name)=\(GoString.text(path, isVariable: isVariable))" }
}

extension NamedMatcher {
    var canonical: String {
        switch self {
        case .name(let name, _): name
        case .matcher(let matcher): matcher.canonical
        }
    }
}

extension LabelFilter {
    public var canonical: String {
        switch self {
        case .string(let matcher): matcher.canonicalFilter
        case .number(let condition): condition.text(GoNumber.plainText(condition.value))
        case .duration(let condition): condition.text(DurationText.goText(condition.value))
        case .bytes(let condition): condition.text(ByteSize.text(condition.value))
        case .address(let condition):
            "\(condition.name)\(condition.comparison == .notEqual ? "!=" : "=")ip(\(GoString.quote(condition.value)))"
        case .variable(let condition): condition.text(condition.value)
        case .and(let left, let right): "( \(left.canonical) , \(right.canonical) )"
        case .or(let left, let right): "( \(left.canonical) or \(right.canonical) )"
        }
    }
}

extension LabelFilter.Condition {
    fileprivate func text(_ value: String) -> String { name + comparison.rawValue + value }
}

extension MetricExpression {
    public var canonical: String {
        switch self {
        case .range(let aggregation):
            "\(aggregation.operation)("
                + ((aggregation.parameterVariable ?? aggregation.parameter.map(GoNumber.plainText)).map { $0 + "," }
                    ?? "")
                + aggregation.source.canonical
                + ")"
                + (aggregation.grouping?.canonical ?? "")
        case .vector(let aggregation):
            aggregation.operation + (aggregation.grouping.map { $0.isWhole ? "" : $0.canonical } ?? "") + "("
                + ((aggregation.parameterVariable ?? aggregation.parameter.map(String.init)).map { $0 + "," } ?? "")
                + aggregation.operand.canonical + ")"
        case .binary(let operation): operation.canonical
        case .literal(let value, _): GoNumber.text(value)
        case .variable(let text, _): text
        case .constant(let value, _): "vector(\(GoNumber.fixedText(value)))"
        case .labelReplace(let replace):
            "label_replace(\(replace.operand.canonical),"
                + replace.texts.joined(separator: ",") + ")"
        }
    }
}

extension LabelReplace {
    /// The four texts behind the operand, as they are printed.
    var texts: [String] {
        [destination, replacement, source, regex].enumerated().map {
            GoString.text($1, isVariable: variables.contains($0))
        }
    }
}

extension Grouping {
    var canonical: String { (isWithout ? " without " : " by ") + "(\(labels.joined(separator: ",")))" }
    /// Whether it makes one series of all, as no grouping does.
    var isWhole: Bool { !isWithout && labels.isEmpty }
}

extension LogRange {
    public var canonical: String {
        query.canonical + (unwrap?.canonical ?? "") + "[\(intervalText)]"
            + ((offsetVariable ?? (offset == 0 ? nil : DurationText.goText(offset))).map { " offset \($0)" } ?? "")
    }

    var intervalText: String { intervalVariable ?? DurationText.prometheusText(interval) }
}

extension Unwrap {
    var canonical: String {
        " | unwrap " + (conversion.map { "\($0.rawValue)(\(label))" } ?? label)
            + filters.map { " | \($0.canonical)" }.joined()
    }
}

extension BinaryOperation {
    var canonical: String {
        var sign = operation + (returnsBool ? " bool" : "")
        if matching.isOn || matching.labels != nil {
            var group =
                matching.cardinality == .manyToOne
                ? "group_left" : matching.cardinality == .oneToMany ? "group_right" : ""
            if let included = matching.included { group += " (\(included.joined(separator: ",")))" }
            sign += " \(matching.isOn ? "on" : "ignoring") (\((matching.labels ?? []).joined(separator: ","))) \(group)"
        }
        return "(\(left.canonical) \(sign) \(right.canonical))"
    }
}
