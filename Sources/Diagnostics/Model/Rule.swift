/// The stable name of a rule: a family and a name, as in `include/missing`.
public struct RuleID: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }
    public init(stringLiteral value: String) { self.init(value) }

    /// The part before the slash: the folder of the rule.
    public var family: Substring { text.prefix { $0 != "/" } }
    public var description: String { text }
}

/// Something that Galley refuses or warns of. One rule is one file: an enumeration without cases, named after the rule.
///
/// The doc comment of the enumeration is the rule's help page (`galley explain RULE`), in fixed sections: a first
/// sentence that says what the rule finds, then `## Why`, `## Example` and `## Instead`.
public protocol Rule: Sendable {
    static var id: RuleID { get }
    static var severity: Severity { get }
}

extension Rule {
    /// A finding of this rule. Rules wrap this in factories of their own, so that messages stand beside the rule.
    public static func diagnostic(
        _ message: String, at span: Span, includedFrom: [Span] = [], label: String? = nil,
        related: [Diagnostic.Label] = [], notes: [String] = [], help: String? = nil, fix: Diagnostic.Fix? = nil
    ) -> Diagnostic {
        Diagnostic(
            rule: id, severity: severity, message: message, span: span, includedFrom: includedFrom, label: label,
            related: related, notes: notes, help: help, fix: fix)
    }

    /// A finding at a place of a derived text.
    public static func diagnostic(
        _ message: String, at origin: PositionMap.Origin, label: String? = nil,
        related: [Diagnostic.Label] = [], notes: [String] = [], help: String? = nil, fix: Diagnostic.Fix? = nil
    ) -> Diagnostic {
        diagnostic(
            message, at: origin.span, includedFrom: origin.includedFrom, label: label, related: related, notes: notes,
            help: help, fix: fix)
    }
}
