/// A token of LogQL, as Loki's lexer gives it.
struct Token: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case end
        case identifier, string, number, duration, bytes
        /// `[5m]`, the brackets included.
        case range
        /// `--strict` or `--keep-empty`.
        case flag
        /// A word or sign with a meaning of its own, by its spelling in lower case.
        case keyword(Keyword)
    }

    var kind: Kind
    /// The bytes of the query that it covers.
    var range: Range<Int>
    /// Of an identifier, a number or a flag: as written. Of a string: its value.
    var text = ""
    /// Of a duration or a range, in nanoseconds; of bytes, their number.
    var value: Int64 = 0

    func `is`(_ keyword: Keyword) -> Bool { kind == .keyword(keyword) }
}

/// The words and signs that LogQL gives a meaning.
enum Keyword: String, Sendable, CaseIterable {
    case comma = ","
    case dot = "."
    case openBrace = "{"
    case closeBrace = "}"
    case equal = "="
    case notEqual = "!="
    case regexMatch = "=~"
    case notRegexMatch = "!~"
    case notPattern = "!>"
    case pipeExact = "|="
    case pipeMatch = "|~"
    case pipePattern = "|>"
    case pipe = "|"
    case openParenthesis = "("
    case closeParenthesis = ")"
    case closeBracket = "]"
    case unwrap, by, without, bool, offset, on, ignoring
    case labelReplace = "label_replace"
    case groupLeft = "group_left"
    case groupRight = "group_right"
    case or, and, unless
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case modulo = "%"
    case power = "^"
    case compareEqual = "=="
    case greater = ">"
    case greaterOrEqual = ">="
    case less = "<"
    case lessOrEqual = "<="
    case json, regexp, logfmt, unpack, pattern
    case labelFormat = "label_format"
    case lineFormat = "line_format"
    case ip, decolorize, drop, keep, variants, of
    // Functions: words of their own only where a parenthesis or a grouping follows.
    case rate
    case rateCounter = "rate_counter"
    case countOverTime = "count_over_time"
    case bytesRate = "bytes_rate"
    case bytesOverTime = "bytes_over_time"
    case avgOverTime = "avg_over_time"
    case sumOverTime = "sum_over_time"
    case minOverTime = "min_over_time"
    case maxOverTime = "max_over_time"
    case stdvarOverTime = "stdvar_over_time"
    case stddevOverTime = "stddev_over_time"
    case quantileOverTime = "quantile_over_time"
    case firstOverTime = "first_over_time"
    case lastOverTime = "last_over_time"
    case absentOverTime = "absent_over_time"
    case vector, sum, avg, max, min, count, stddev, stdvar, bottomk, topk, sort
    case sortDescending = "sort_desc"
    case approximateTopk = "approx_topk"
    case bytes, duration
    case durationSeconds = "duration_seconds"

    /// Words that are keywords only before a parenthesis or a grouping; elsewhere they are names.
    var isFunction: Bool {
        switch self {
        case .rate, .rateCounter, .countOverTime, .bytesRate, .bytesOverTime, .avgOverTime, .sumOverTime,
            .minOverTime, .maxOverTime, .stdvarOverTime, .stddevOverTime, .quantileOverTime, .firstOverTime,
            .lastOverTime, .absentOverTime, .vector, .sum, .avg, .max, .min, .count, .stddev, .stdvar, .bottomk,
            .topk, .sort, .sortDescending, .approximateTopk, .bytes, .duration, .durationSeconds, .labelReplace, .ip:
            true
        default: false
        }
    }
}
