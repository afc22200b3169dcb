import LogQL
import Testing

/// Queries with the verdict, the canonical and the pretty form that Loki gives them, reasoned from its grammar.
@Suite struct ConformanceTests {
    @Test(arguments: ConformanceFile.accepted) func accepts(one: ConformanceFile.Case) throws {
        let query = Query(one.query)
        #expect(query.errors.isEmpty)
        let expression = try #require(query.expression)
        #expect(expression.canonical == one.canonical)
        // What was printed is read as the same, but for numbers that can be computed and not written.
        guard expression.canonical != "NaN" else { return }
        #expect(Query(expression.pretty).expression?.canonical == expression.canonical)
        #expect(Query(expression.canonical).expression?.canonical == expression.canonical)
        #expect(0 <= expression.range.lowerBound && expression.range.upperBound <= one.query.utf8.count)
    }

    @Test(arguments: ConformanceFile.refused) func refuses(one: ConformanceFile.Case) {
        let query = Query(one.query)
        #expect(query.expression == nil)
        #expect(query.errors.first?.range == one.wrong, "\(query.errors)")
        for error in query.errors {
            #expect(!error.message.isEmpty)
            #expect(0 <= error.range.lowerBound && error.range.upperBound <= one.query.utf8.count)
        }
    }

    @Test(arguments: ConformanceFile.prettyCases) func laysOut(one: ConformanceFile.PrettyCase) throws {
        let expression = try #require(Query(one.query).expression)
        #expect(expression.pretty == one.pretty.joined(separator: "\n"))
        // The layout is that of its own text too.
        #expect(Query(expression.pretty).expression?.pretty == expression.pretty)
    }

    @Test func thereAreEnough() {
        #expect(ConformanceFile.accepted.count >= 400)
        #expect(ConformanceFile.refused.count >= 300)
        #expect(ConformanceFile.all.count + ConformanceFile.prettyCases.count >= 800)
    }
}
