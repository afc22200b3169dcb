// What the word lexer knows of each language.

extension WordLexer {
    static let logql = WordLexer(
        words: WordTable([
            .keyword: "by without on ignoring group_left group_right bool offset and or unless",
            .function: """
            rate rate_counter count_over_time bytes_over_time bytes_rate absent_over_time sum_over_time avg_over_time \
            max_over_time min_over_time first_over_time last_over_time stdvar_over_time stddev_over_time \
            quantile_over_time sum avg max min count stddev stdvar bottomk topk approx_topk sort sort_desc \
            label_replace vector
            """,
            .type: """
            json logfmt regexp pattern unpack unwrap label_format line_format drop keep decolorize duration \
            duration_seconds bytes ip
            """,
        ]),
        lineComments: ["#"], rawQuotes: [UInt8(ascii: "`")],
        following: [
            (UInt8(ascii: "="), .attribute), (UInt8(ascii: "!"), .attribute), (UInt8(ascii: ">"), .attribute),
            (UInt8(ascii: "<"), .attribute),
        ],
        hasUnits: true, sigils: [UInt8(ascii: "$")])

    static let promql = WordLexer(
        words: WordTable([
            .keyword: "by without on ignoring group_left group_right bool offset and or unless start end",
            .function: """
            sum avg max min count count_values stddev stdvar bottomk topk quantile group rate irate increase delta \
            idelta deriv predict_linear histogram_quantile label_replace label_join absent absent_over_time \
            sum_over_time avg_over_time max_over_time min_over_time count_over_time quantile_over_time \
            last_over_time present_over_time changes resets time timestamp vector scalar sort sort_desc clamp \
            clamp_max clamp_min abs ceil floor round exp ln log2 log10 sqrt
            """,
        ]),
        nameBytes: [UInt8(ascii: ":")], lineComments: ["#"], quotes: [UInt8(ascii: "\""), UInt8(ascii: "'")],
        rawQuotes: [UInt8(ascii: "`")],
        following: [(UInt8(ascii: "="), .attribute), (UInt8(ascii: "!"), .attribute)], hasUnits: true,
        sigils: [UInt8(ascii: "$")])

    static let sql = WordLexer(
        words: WordTable([
            .keyword: """
            select from where and or not null is in exists between like ilike similar as on using join left right \
            full inner outer cross natural group by order having limit offset fetch first rows only union all \
            except intersect distinct case when then else end insert into values update set delete returning \
            create table index unique view materialized schema database function procedure trigger type extension \
            role user grant revoke to alter add column constraint primary key foreign references check default \
            drop if cascade restrict truncate begin commit rollback transaction savepoint with recursive lateral \
            partition of for range list hash over window filter within do nothing conflict explain analyze \
            buffers format vacuum true false asc desc nulls last language returns return declare interval cast \
            generated always identity stored temporary concurrently include excluded current_date \
            current_timestamp
            """,
            .type: """
            bigint int integer smallint serial bigserial text varchar char boolean timestamp timestamptz date time \
            uuid json jsonb numeric decimal real double precision bytea inet
            """,
        ]),
        isCaseSensitive: false, lineComments: ["--"], blockComment: ("/*", "*/"), quotes: [],
        rawQuotes: [UInt8(ascii: "'"), UInt8(ascii: "\"")], following: [(UInt8(ascii: "("), .function)],
        sigils: [UInt8(ascii: "$")])

    static let python = WordLexer(
        words: WordTable([
            .keyword: """
            and as assert async await break class continue def del elif else except finally for from global if \
            import in is lambda nonlocal not or pass raise return try while with yield match case None True False
            """,
            .type: "int str float bool list dict set tuple bytes object Exception",
            .variable: "self cls",
        ]),
        lineComments: ["#"], quotes: [UInt8(ascii: "\""), UInt8(ascii: "'")], hasTripleQuotes: true,
        following: [(UInt8(ascii: "("), .function)], sigils: [UInt8(ascii: "@")])

    static let hcl = WordLexer(
        words: WordTable([
            .keyword: "true false null for in if else endif endfor",
            .type:
                "resource data variable output locals module provider terraform required_providers backend moved import",
        ]),
        nameBytes: [UInt8(ascii: "-")], lineComments: ["#", "//"], blockComment: ("/*", "*/"),
        following: [(UInt8(ascii: "="), .attribute), (UInt8(ascii: "("), .function), (UInt8(ascii: "{"), .type)])

    static let alloy = WordLexer(
        words: WordTable([.keyword: "true false null"]),
        nameBytes: [UInt8(ascii: ".")], lineComments: ["//"], blockComment: ("/*", "*/"),
        rawQuotes: [UInt8(ascii: "`")],
        following: [
            (UInt8(ascii: "="), .attribute), (UInt8(ascii: "("), .function), (UInt8(ascii: "{"), .type),
            (UInt8(ascii: "\""), .type),
        ])

    static let json = WordLexer(
        words: WordTable([.keyword: "true false null"]), stringBeforeColon: .attribute, operators: Array("-".utf8))
}
