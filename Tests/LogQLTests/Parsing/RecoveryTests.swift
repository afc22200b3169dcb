import LogQL
import TestSupport
import Testing

@Suite struct RecoveryTests {
    // MARK: - Several errors

    @Test func matchersAreReadOneByOne() {
        expectErrors(
            "{app=⟦x⟧, a⟦|=⟧\"b\", level=⟦y⟧}",
            [
                "found `x`, expected a string", "found `|=`, expected `=`, `!=`, `=~` or `!~`",
                "found `y`, expected a string",
            ])
    }

    @Test func stagesAreReadOneByOne() {
        expectErrors(
            "{app=\"x\"} |= ⟦error⟧ |~ \"b\" or ⟦c⟧ | ⟦jsno⟧ | line_format ⟦5⟧ | drop ⟦\"a\"⟧ != ⟦x⟧",
            [
                "found `error`, expected a string", "found `c`, expected a string", "found `jsno`, expected a stage",
                "found `5`, expected a string", "found `\"a\"`, expected the name of a label",
                "found `x`, expected a string",
            ])
    }

    @Test func conditionsAreReadOneByOne() {
        expectErrors(
            "{app=\"x\"} | (a > ⟦or⟧ b = ⟦c⟧), d ⟦:⟧ 5 | e < ⟦\"5\"⟧",
            [
                "found `or`, expected a string, a number, a duration or a size",
                "found `c`, expected a string, a number, a duration or a size",
                "found `:`, expected a comparison, as in `name=\"value\"` or `name > 10`",
                "found `\"5\"`, expected a number, a duration or a size",
            ])
    }

    @Test func bothSidesOfAnOperatorAreRead() {
        expectErrors(
            "sum(rate({app=\"x\"}⟦)⟧) / on (a, ⟦5⟧) ⟦increase⟧({app=\"y\"}[5m]) > ⟦{a=\"b\"}⟧",
            [
                "found `)`, expected a range, as in `[5m]`", "found `5`, expected the name of a label",
                "found `increase`, expected a function of LogQL", "found a log query beside `>`, expected a metric",
            ])
    }

    @Test func groupingsAreReadOneByOne() {
        expectErrors(
            "sum by (a ⟦b⟧, ⟦5⟧, c) (rate({app=\"x\"}⟦)⟧) + topk(⟦x⟧, rate({app=⟦y⟧}[5m]))",
            [
                "found `b`, expected `,` or `)`", "found `5`, expected the name of a label",
                "found `)`, expected a range, as in `[5m]`", "found `x`, expected a whole number",
                "found `y`, expected a string",
            ])
    }

    @Test func argumentsAreReadOneByOne() {
        expectErrors(
            "label_replace(rate({app=\"x\"}⟦)⟧, ⟦a⟧, \"b\", ⟦c⟧, \"d\")",
            [
                "found `)`, expected a range, as in `[5m]`", "found `a`, expected the label to write in quotes",
                "found `c`, expected the label to read in quotes",
            ])
    }

    @Test func lexicalErrorsDoNotHideOthers() {
        expectErrors(
            "rate({app=⟦\"\\q\"⟧} |= ⟦'text'⟧ | a = ⟦b⟧ [⟦5⟧]) + rate({app=\"y\"}⟦[⟧5m) / rate({app=\"z\"}[⟦5x⟧])",
            [
                "the string has an escape that Go does not know", "a string in single quotes",
                "found `b`, expected a string, a number, a duration or a size", "`5` is no duration",
                "the range has no `]`", "`5x` is no duration",
            ])
    }

    @Test func whatLokiRefusesToBuildIsToldBesideSyntax() {
        expectErrors(
            "{app=~⟦\"(\"⟧} | ⟦jsno⟧ | regexp ⟦\"a\"⟧ | line_format ⟦\"{{\"⟧",
            [
                "the regular expression can't be used: missing ): ^(?s:()$", "found `jsno`, expected a stage",
                "the expression names no group, so it makes no label", "the template can't be used: unclosed action",
            ])
    }

    @Test func readingGoesOnBehindTheQuery() {
        expectErrors(
            "{app=\"x\"}⟦[5m]⟧ | json | line_format ⟦5⟧",
            ["found `[5m]`, expected the end of the query", "found `5`, expected a string"])
        expectErrors(
            "sum(rate({app=\"x\"}[5m]))⟦)⟧) / ⟦{app=\"y\"}⟧",
            ["found `)`, expected the end of the query", "found a log query beside `/`, expected a metric"])
    }

    // MARK: - No errors that follow from others

    @Test(arguments: [
        "{app=⟦x⟧}", "rate({app=⟦x⟧}[5m])", "sum_over_time({app=\"x\"} | ⟦unwarp⟧ [5m])",
        "{app=\"x\" ⟦|=⟧ \"a\" | json", "sum(rate({app=\"x\"}[5m])⟦⟧", "(((((⟦⟧", "{app=\"x} |= \"foo⟦\"⟧ | json",
        "{app=⟦x⟧\"} |= \"foo\"", "{app=\"x\"} |= ⟦\"⟧foo", "{app=\"x\"} |= ⟦`⟧foo", "{app=\"x\"} ⟦/*⟧ |= ",
        "sum(⟦{app=\"x\"}[5m]⟧)", "1 + ⟦{app=\"x\"}⟧", "rate(⟦count_over_time⟧({app=\"x\"}[5m]))",
        "⟦level⟧:error and so on",
        "⟦select⟧ * from logs where x = 5", "{app=⟦“a, b”⟧} |= \"x\"", "rate({app=\"x\"}⟦[⟧5m)", "{app=\"x\"}⟦)⟧)))",
        "rate({app=⟦\"\\q\"⟧}[5m])", "{app=\"x\"} | a=⟦\"\\q\"⟧ | json", "sum(⟦)⟧ + rate({app=\"x\"}[5m])",
    ]) func oneErrorIsToldOnce(marked: String) {
        let text = MarkedText(marked)
        let errors = Query(text.bytes).errors
        #expect(errors.map(\.range) == text.ranges, "\(errors)")
    }

    @Test(arguments: ["{app=\"x\" ⟦|=⟧ \"a\"", "sum⟨(⟩rate({app=\"x\"}[5m])", "sum by ⟨(⟩a (rate({app=\"x\"}[5m]))"])
    func anOpenBracketIsPointedAt(marked: String) {
        let text = marked.filter { !"⟦⟧⟨⟩".contains($0) }
        let opener = Query(text).errors.first?.opener
        #expect(opener?.count == 1)
        #expect(opener.map { ["(", "{"].contains(String(Array(text)[$0.lowerBound])) } == true)
    }

    // MARK: - Bounds

    @Test func errorsEnd() {
        let query = Query("{" + String(repeating: "a=b,", count: 20_000) + "}")
        #expect(query.expression == nil)
        #expect(query.errors.count == 500)
    }

    @Test(arguments: ["(", "{", "sum(", "{a=", "| ", "'", "[", "foo(", "a && ", "by (", "|= or ", "{a=\"b\"} | (", "“"])
    func manyErrorsTakeLittleTime(part: String) {
        let text = String(repeating: part, count: Query.maximumLength / part.utf8.count - 1)
        let clock = ContinuousClock()
        let taken = clock.measure { #expect(Query(text).expression == nil) }
        #expect(taken < .seconds(10))
    }

    @Test func rangesAreInsideTheQuery() {
        var generator = SeededGenerator(seed: 20)
        let parts = [
            "{", "}", "(", ")", "[5m]", "[", "|", "|=", "!=", "=", "=~", "app", "\"x\"", "\"", "`", "'", "json", "by",
            "sum",
            "rate", "5", "5m", ",", "and", "or", "&&", "“", "$x", "unwrap", "offset", "+", "ip", "drop", "label_format",
        ]
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 1...14, using: &generator)).map { _ in
                parts[Int.random(in: 0..<parts.count, using: &generator)]
            }.joined(separator: Bool.random(using: &generator) ? " " : "")
            for options in [QueryOptions(), .grafana] {
                let query = Query(text, options: options)
                #expect((query.expression == nil) == !query.errors.isEmpty, "\(text)")
                for error in query.errors {
                    #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count, "\(text)")
                }
                if let expression = query.expression {
                    let printed = expression.canonical
                    #expect(Query(printed, options: options).expression?.canonical == printed, "\(text) → \(printed)")
                }
            }
        }
    }
}
