/// A query as it was read: its expression, or what is wrong with it.
public struct Query: Sendable {
    /// Nil where there are errors.
    public let expression: Expression?
    /// In the order of their places.
    public let errors: [SyntaxError]

    /// Loki refuses queries from this length on, in bytes.
    public static let maximumLength = 131_072

    /// Reads a query in UTF-8 as Loki 3.7 does, and refuses what it refuses.
    public init(_ text: [UInt8], options: QueryOptions = []) {
        guard text.count < Self.maximumLength else {
            expression = nil
            errors = [
                SyntaxError(
                    message: "the query has \(text.count) bytes, more than Loki reads (\(Self.maximumLength - 1))",
                    range: 0..<text.count)
            ]
            return
        }
        var parser = Parser(text, options)
        let parsed = parser.parse()
        let syntaxErrors = parser.allErrors
        var validation = Validation(syntaxErrors, options)
        if let parsed { validation.check(parsed) }
        errors =
            syntaxErrors.isEmpty && validation.errors.isEmpty ? [] : Self.sorted(syntaxErrors + validation.errors)
        expression = errors.isEmpty ? parsed : nil
    }

    public init(_ text: String, options: QueryOptions = []) { self.init(Array(text.utf8), options: options) }

    private static func sorted(_ errors: [SyntaxError]) -> [SyntaxError] {
        errors.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
    }
}
