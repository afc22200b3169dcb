/// Makes queries that nobody wrote, from those that somebody did. The same seed makes the same.
struct QueryMutator {
    private var state: UInt64
    private let corpus: [[UInt8]]
    private let words: [[UInt8]]

    init(seed: UInt64, corpus: [String]) {
        state = seed
        self.corpus = corpus.map { Array($0.utf8) }
        words =
            ([
                "{", "}", "(", ")", "[", "]", "[5m]", "|", ",", "=", "!=", "=~", "|=", "|~", "|>", "\"", "`", "\\", "#",
                "//", "/*", "5m", "1KB", "-",
                "1e308", "9223372036854775808", "0x", "by", "without", "or", "and", "unless", "on", "group_left",
                "offset", "bool", "json", "logfmt",
                "unwrap", "ip(", "{{", "}}", "<_>", "$__interval", "\u{0}", "é", "😀", "\n", "^", "%", "topk(5,", "sum(",
                "rate(", "{app=\"x\"}",
            ] as [String]).map { Array($0.utf8) }
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { bound > 0 ? Int(next() % UInt64(bound)) : 0 }

    mutating func query() -> [UInt8] {
        switch below(20) {
        case 0: return randomBytes(below(200))
        case 1: return nested()
        case 2: return chained()
        case 3, 4: return joined()
        default: break
        }
        var query = corpus[below(corpus.count)]
        for _ in 0..<below(4) { mutate(&query) }
        return query
    }

    private mutating func randomBytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    private mutating func mutate(_ query: inout [UInt8]) {
        let start = below(query.count)
        let end = min(query.count, start + below(12))
        switch below(7) {
        case 0: query.removeSubrange(start..<end)
        case 1: query.insert(contentsOf: words[below(words.count)], at: start)
        case 2: query.replaceSubrange(start..<end, with: words[below(words.count)])
        case 3: query.insert(contentsOf: query[start..<end], at: start)
        case 4: query.insert(UInt8(truncatingIfNeeded: next()), at: start)
        case 5:
            // The end of another query.
            let other = corpus[below(corpus.count)]
            query.replaceSubrange(start..., with: other[below(other.count)...])
        default: if start < query.count { query[start] = UInt8(truncatingIfNeeded: next()) }
        }
    }

    private mutating func nested() -> [UInt8] {
        let openings = [
            "(", "sum(", "rate(", "{app=\"x\"} | (", "1 + (", "[", "{", "label_replace(", "variants(", "2 ^ ", "- ",
            "(a=\"b\" or ",
        ]
        let opening = Array(openings[below(openings.count)].utf8)
        let count = 1 + below(below(20) == 0 ? 20_000 : 600)
        var query = below(3) == 0 ? Array("{app=\"x\"} | ".utf8) : []
        for _ in 0..<count { query += opening }
        query += corpus[below(corpus.count)]
        for _ in 0..<below(count + 1) { query.append(UInt8(ascii: ")")) }
        return query
    }

    private mutating func chained() -> [UInt8] {
        let links = [
            " + 1", " * vector(1)", " or vector(1)", " |= \"a\"", " or \"a\"", " | json", " | a=\"b\"", " and a=\"b\"",
            ", a=\"b\"", " a=\"b\"",
            " or a=\"b\"", "^2", " > 1", " # c\n", "/* c */",
        ]
        let link = Array(links[below(links.count)].utf8)
        var query = below(2) == 0 ? corpus[below(corpus.count)] : Array("{app=\"x\"} | a=\"b\"".utf8)
        for _ in 0..<below(below(20) == 0 ? 12_000 : 400) { query += link }
        return query
    }

    private mutating func joined() -> [UInt8] {
        let operators = [" + ", " / on (a) ", " or ", " == bool ", " ^ ", " | ", " |= ", " and ", ", "]
        return corpus[below(corpus.count)] + Array(operators[below(operators.count)].utf8) + corpus[below(corpus.count)]
    }
}
