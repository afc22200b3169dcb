/// How much a finding weighs. Errors and warnings are findings (exit code 1); a note is only told.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    case error, warning, note

    /// The graver one is the smaller.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}

/// A finding: what is wrong, where in the author's file, by which rule, and what to do.
///
/// A finding can't be made without a span. Where the fault has no place inside a file (a missing output folder), the
/// span is that of the setting or directive that asked for it.
public struct Diagnostic: Sendable, Hashable {
    /// A further place that belongs to the finding, with what it has to say.
    public struct Label: Sendable, Hashable {
        public let span: Span
        public let message: String

        public init(_ span: Span, _ message: String) {
            self.span = span
            self.message = message
        }
    }

    /// A change of the author's files that would end the finding.
    public struct Fix: Sendable, Hashable {
        public struct Edit: Sendable, Hashable {
            public let span: Span
            public let replacement: String

            public init(_ span: Span, _ replacement: String) {
                self.span = span
                self.replacement = replacement
            }
        }

        /// What the fix does, in the imperative: "replace with `#retention`".
        public let title: String
        public let edits: [Edit]
        /// Whether it leaves the meaning as it was, so that a program may apply it unasked.
        public let isSafe: Bool

        public init(title: String, edits: [Edit], isSafe: Bool) {
            self.title = title
            self.edits = edits
            self.isSafe = isSafe
        }
    }

    public var rule: RuleID
    public var severity: Severity
    /// One sentence without a full stop, in terms of the author's text.
    public var message: String
    public var span: Span
    /// The include directives that led to the span, innermost first.
    public var includedFrom: [Span]
    /// What stands beside the carets, when there is more to say than the message.
    public var label: String?
    public var related: [Label]
    /// What else the reader should know: causes, limits.
    public var notes: [String]
    /// What to do about it.
    public var help: String?
    public var fix: Fix?

    public init(
        rule: RuleID, severity: Severity, message: String, span: Span, includedFrom: [Span] = [],
        label: String? = nil, related: [Label] = [], notes: [String] = [], help: String? = nil, fix: Fix? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.span = span
        self.includedFrom = includedFrom
        self.label = label
        self.related = related
        self.notes = notes
        self.help = help
        self.fix = fix
    }
}

extension Diagnostic {
    /// The order in which findings are shown: by file, place, and rule, so that output is the same in each run.
    public static func inReadingOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        let leftKey = (left.span.file.path, left.span.range.lowerBound, left.span.range.upperBound)
        let rightKey = (right.span.file.path, right.span.range.lowerBound, right.span.range.upperBound)
        if leftKey != rightKey { return leftKey < rightKey }
        return (left.rule.text, left.message) < (right.rule.text, right.message)
    }
}
