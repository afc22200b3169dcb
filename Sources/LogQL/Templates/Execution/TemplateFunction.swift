/// A function that templates may call.
struct TemplateFunction: Sendable {
    typealias Body = @Sendable (TemplateExecution, [TemplateValue]) throws(CallProblem) -> TemplateValue

    /// What needs other treatment than evaluating the arguments and running the body.
    enum Special: Sendable, Equatable {
        case and, or, call
        /// Templates can't call it, for the reason that's given.
        case refused(String)
    }

    let name: String
    let parameters: [GoType]
    /// The type of further arguments, if there may be any.
    let rest: GoType?
    let special: Special?
    let body: Body

    init(
        _ name: String, _ parameters: [GoType] = [], rest: GoType? = nil, special: Special? = nil,
        _ body: @escaping Body
    ) {
        self.name = name
        self.parameters = parameters
        self.rest = rest
        self.special = special
        self.body = body
    }

    static func named(_ name: String) -> TemplateFunction? { all[name] }

    private static let all: [String: TemplateFunction] = {
        let functions =
            builtins + comparisons + strings + padding + encodings + expressions + conversions + arithmetic + decimals
            + times
        return Dictionary(functions.map { ($0.name, $0) }) { first, _ in first }
    }()
}
