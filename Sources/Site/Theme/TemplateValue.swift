/// What templates are given under a name.
enum TemplateValue: Sendable {
    /// A text; it is escaped where a template asks for it in two braces.
    case text(String)
    /// HTML that is made already; only templates with three braces show it.
    case html([UInt8])
    case flag(Bool)
    case record(TemplateContext)
    case list([TemplateContext])
}

/// The names that a template may use, with what they stand for.
typealias TemplateContext = [String: TemplateValue]

extension TemplateValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .record(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}
