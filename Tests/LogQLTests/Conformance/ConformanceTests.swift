import Diagnostics
import LogQL
import Testing

/// Queries with the verdict, the canonical and the pretty form that Loki gives them, reasoned from its grammar.
@Suite struct ConformanceTests {
    @Test(arguments: ConformanceFile.accepted) func accepts(one: ConformanceFile.Case) throws {
        let query = Query(one.query)
        #expect(query.errors.isEmpty)
        let expression = try #require(query.expression)
        #expect(expression.canonical == one.canonical)
        guard ConformanceFile.isReadBack(expression.canonical) else { return }
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

    /// As Go's scanner reads texts.
    @Test func readsTextOnly() {
        let query = Array("{app=\"x\"} # c".utf8)
        #expect(Query([0xEF, 0xBB, 0xBF] + query).expression != nil)
        for bytes: [UInt8] in [[0], [0xFF], [0xC3], [0xED, 0xA0, 0x80]] {
            #expect(Query(query + bytes).errors.map(\.range) == [query.count..<query.count + 1])
            let inside = Array("{app=\"".utf8) + bytes + Array("\"}".utf8)
            #expect(Query(inside).errors.map(\.range) == [6..<7])
        }
    }

    /// Loki's formatter would make another query of it.
    @Test func leavesQueriesThatALayoutWouldChange() {
        let sum = "sum by (application) (count_over_time({application=\"x\"}[5m]))"
        let query = "(\(sum) + \(sum)) * 2"
        let text = QueryText(SourceFile(path: "q.logql", text: " \(query)\n"))
        #expect(text.layout() == .text(query, 1..<query.utf8.count + 1))
    }

    @Test func thereAreEnough() {
        #expect(ConformanceFile.accepted.count >= 400)
        #expect(ConformanceFile.refused.count >= 300)
        #expect(ConformanceFile.all.count + ConformanceFile.prettyCases.count >= 800)
    }
}
