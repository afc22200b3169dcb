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
        (expression, errors) =
            Self.mayBeDeep(text) ? DeepStack.run { Self.read(text, options) } : Self.read(text, options)
    }

    private static func mayBeDeep(_ text: [UInt8]) -> Bool {
        text.count > 1_000 || text.count { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "^") } > 30
    }

    private static func read(_ text: [UInt8], _ options: QueryOptions) -> (Expression?, [SyntaxError]) {
        var parser = Parser(text, options)
        let parsed = parser.parse()
        let syntaxErrors = parser.allErrors
        var validation = Validation(syntaxErrors, options)
        if let parsed { validation.check(parsed) }
        let errors =
            syntaxErrors.isEmpty && validation.errors.isEmpty ? [] : Self.sorted(syntaxErrors + validation.errors)
        return (errors.isEmpty ? parsed : nil, errors)
    }

    public init(_ text: String, options: QueryOptions = []) { self.init(Array(text.utf8), options: options) }

    private static func sorted(_ errors: [SyntaxError]) -> [SyntaxError] {
        errors.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
    }
}
