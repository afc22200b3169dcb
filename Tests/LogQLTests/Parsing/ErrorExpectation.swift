import LogQL
import TestSupport
import Testing

/// Asserts that a query has errors at the marked places, in their order, and no others.
func expectErrors(
    _ marked: String, _ messages: [String], options: QueryOptions = [],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let text = MarkedText(marked)
    let query = Query(text.bytes, options: options)
    #expect(query.expression == nil, sourceLocation: sourceLocation)
    #expect(query.errors.map(\.range) == text.ranges, "\(query.errors)", sourceLocation: sourceLocation)
    #expect(query.errors.map(\.message) == messages, sourceLocation: sourceLocation)
}

/// Asserts that a query has one error, at the marked place, with this hint.
func expectHint(
    _ marked: String, _ hint: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    let text = MarkedText(marked)
    let errors = Query(text.bytes).errors
    #expect(errors.map(\.range) == text.ranges, "\(errors)", sourceLocation: sourceLocation)
    #expect(errors.first?.hint == hint, sourceLocation: sourceLocation)
}
