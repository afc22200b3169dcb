import Diagnostics

/// What a rule found in a query, with its place in bytes of the query.
public struct LintFinding: Sendable, Hashable {
    public let rule: RuleID
    public let severity: Severity
    /// One sentence without a full stop.
    public let message: String
    /// Half open, inside the query.
    public let range: Range<Int>
    public let help: String?
    public let fix: LintFix?
    /// The bracket that is still open, where its end is missing.
    public var opener: Range<Int>?
}

/// A change of the query that ends a finding.
public struct LintFix: Sendable, Hashable {
    public struct Edit: Sendable, Hashable {
        public let range: Range<Int>
        public let replacement: String

        init(_ range: Range<Int>, _ replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    /// What it does, in the imperative.
    public let title: String
    /// They do not overlap.
    public let edits: [Edit]
    /// Whether the result of the query is the same for all data.
    public let isSafe: Bool

    init(_ title: String, isSafe: Bool, _ edits: [Edit]) {
        self.title = title
        self.edits = edits
        self.isSafe = isSafe
    }
}

/// A rule about queries that Loki accepts.
protocol LintRule: Rule {
    static func findings(in subject: LintSubject) -> [LintFinding]
}

extension Rule {
    static func finding(
        _ message: String, at range: Range<Int>, help: String? = nil, fix: LintFix? = nil
    ) -> LintFinding {
        LintFinding(rule: id, severity: severity, message: message, range: range, help: help, fix: fix)
    }
}
