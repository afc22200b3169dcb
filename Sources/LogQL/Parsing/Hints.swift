/// Advice for the mistakes that are made most often.
enum Hints {
    static let typographic = "these are typographic quotes; write straight ones"

    /// What can be said of a token wherever it is out of place.
    static func hint(for parser: Parser) -> String? {
        let token = parser.token
        let text = parser.spelling(token)
        switch token.kind {
        case .range: return "a range stands inside an aggregation, as in `rate({app=\"x\"}[5m])`"
        case .keyword(.by), .keyword(.without):
            return "a grouping stands beside an aggregation, as in `sum \(text.lowercased()) (app) (…)`"
        case .keyword(.equal) where parser.index > 0: return "to search lines write `|= \"text\"`"
        case .keyword(.pipe) where parser.following.is(.unwrap):
            return "`unwrap` stands inside an aggregation over a range, as in `sum_over_time({…} | unwrap x [5m])`"
        case .keyword(.closeBrace) where parser.index > 0 && parser.tokens[parser.index - 1].is(.comma):
            return "take the comma before it away"
        case .identifier: break
        default: return nil
        }
        if text.hasPrefix("'") { return "use double quotes or backticks" }
        if text.hasPrefix("$") { return variables }
        if let first = text.unicodeScalars.first, isTypographic(first) { return typographic }
        return parser.following.is(.openParenthesis) ? foreign(text) : nil
    }

    /// What can be said of a text that should be a range.
    static func duration(_ text: String) -> String {
        if text.contains("$") { return variables }
        if text.contains(":") { return "LogQL has no subqueries; a range is a duration, as in `[5m]`" }
        return "write a number and a unit, as in `[5m]` or `[1h30m]`"
    }

    static let variables = "variables of Grafana are read where they are switched on, by `--grafana`"

    static func isTypographic(_ scalar: Unicode.Scalar) -> Bool { "“”„‟‘’‚«»".unicodeScalars.contains(scalar) }

    /// Where a string is missing.
    static func quoting(_ parser: Parser) -> String? {
        if let hint = hint(for: parser) { return hint }
        let token = parser.token
        switch token.kind {
        case .identifier, .number, .duration, .bytes:
            let text = parser.spelling(token)
            return text.utf8.first?.isNamePart ?? false ? "write it in quotes: `\"\(text)\"`" : "write it in quotes"
        case .keyword
        where parser.lineFilterOperator != nil && parser.index > 0 && parser.tokens[parser.index - 1].is(.or):
            return "behind `or` stands the text alone"
        default: return nil
        }
    }

    /// Where a comparison is missing behind a label.
    static func comparing(_ parser: Parser, name: String) -> String? {
        let text = parser.spelling(parser.token)
        if text == ":" { return "a label is compared with `=`, as in `\(name)=\"…\"`" }
        switch text.lowercased() {
        case "like", "ilike", "contains", "matches", "rlike":
            return "to compare with an expression write `\(name)=~\".*text.*\"`"
        case "not": return "write `\(name)!=\"…\"` or `\(name)!~\"…\"`"
        case "is": return "write `\(name)=\"\"` for a label that is missing, `\(name)!=\"\"` for one that is there"
        case "in": return "write `\(name)=~\"a|b\"`"
        case "between": return "write `\(name) >= 1 and \(name) <= 5`"
        default: return hint(for: parser)
        }
    }

    /// Where a query should begin.
    static func beginning(_ parser: Parser) -> String? {
        if let hint = hint(for: parser) { return hint }
        let text = parser.spelling(parser.token)
        if parser.token.kind == .identifier {
            if parser.spelling(parser.following) == ":" || parser.matcherOperator(parser.following) != nil {
                return "a query begins with a selector in braces, as in `{\(text)=\"…\"}`"
            }
            return parser.index == 0 ? "a query begins with a selector, as in `{app=\"x\"} |= \"text\"`" : nil
        }
        if parser.token.kind == .string || parser.lineFilterOperator != nil || parser.at(.pipe) {
            return "a query begins with a selector, as in `{app=\"x\"} |= \"text\"`"
        }
        return nil
    }

    /// What LogQL has instead of a function of PromQL; nil for other names.
    static func foreign(_ name: String) -> String? {
        let name = name.lowercased()
        switch name {
        case "histogram_quantile", "quantile":
            return "LogQL computes quantiles of values: `quantile_over_time(0.95, {…} | unwrap x [5m])`"
        case "increase": return "LogQL counts lines with `count_over_time({…}[5m])`"
        case "irate", "deriv", "delta", "idelta": return "LogQL has `rate({…}[5m])` instead"
        case "absent": return "LogQL has `absent_over_time({…}[5m])` instead"
        case "present_over_time": return "LogQL has `count_over_time({…}[5m]) > 0` instead"
        case "label_join": return "LogQL has `label_format` and `label_replace` instead"
        case "count_values", "group": return "LogQL groups with `count by (x) (…)`"
        default: return others.contains(name) ? "`\(name)` is a function of PromQL; LogQL has no such function" : nil
        }
    }

    private static let others: Set<String> = [
        "predict_linear", "changes", "resets", "clamp", "clamp_max", "clamp_min", "ceil", "floor", "round", "scalar",
        "time", "timestamp", "holt_winters", "distinct", "abs", "exp", "ln", "log2", "log10", "sqrt", "sgn", "hour",
        "minute", "month", "year", "day_of_week", "day_of_month", "days_in_month", "mad_over_time",
    ]
}
