/// Advice for the mistakes that are made most often.
enum Hints {
    static func hint(for parser: Parser) -> String? {
        let token = parser.token
        if token.kind == .range {
            return "a range stands inside an aggregation, as in `rate({app=\"x\"}[5m])`"
        }
        if token.kind == .identifier, token.text.hasPrefix("'") { return "use double quotes or backticks" }
        if token.is(.equal), parser.index > 0 {
            return "to search lines write `|= \"text\"`"
        }
        if token.kind == .identifier, foreign.contains(token.text.lowercased()) {
            return "`\(token.text)` is a function of PromQL; LogQL has no such function"
        }
        if token.text.hasPrefix("$") { return "variables of Grafana are accepted only where they are switched on" }
        if token.text == "“" || token.text == "”" || token.text == "‘" || token.text == "’" {
            return "these are typographic quotes; write straight ones"
        }
        return nil
    }

    private static let foreign: Set<String> = [
        "histogram_quantile", "increase", "irate", "delta", "idelta", "deriv", "predict_linear", "label_join", "absent",
        "changes", "resets", "clamp", "clamp_max", "clamp_min", "ceil", "floor", "round", "group", "quantile",
        "count_values", "scalar", "time", "timestamp", "holt_winters", "present_over_time", "distinct",
    ]
}
