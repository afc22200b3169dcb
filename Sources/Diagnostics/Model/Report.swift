/// What a run found, ready to be rendered.
public struct Report: Sendable {
    /// The findings in reading order.
    public let findings: [Diagnostic]
    /// The version of Galley that made them.
    public let version: String
    /// The help page of each rule, by the rule's id.
    public let pages: [RuleID: RulePage]

    /// Sorts the findings and drops those said twice: a file that is included in two places is one file to mend.
    public init(findings: [Diagnostic], version: String, pages: [RuleID: RulePage] = [:]) {
        var seen = Set<Diagnostic>()
        self.findings = findings.sorted(by: Diagnostic.inReadingOrder).filter { seen.insert($0).inserted }
        self.version = version
        self.pages = pages
    }

    /// How many findings have this severity.
    public func count(_ severity: Severity) -> Int {
        findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
    }

    /// Whether the run fails: a note alone does not fail it.
    public var hasFailures: Bool { findings.contains { $0.severity != .note } }

    /// The totals in words: `2 errors, 1 warning`.
    public var summary: String {
        let parts = Severity.allCases.compactMap { severity -> String? in
            let count = count(severity)
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
    }
}

/// The help page of a rule: what `galley explain` prints.
public struct RulePage: Sendable, Hashable {
    public let id: RuleID
    public let severity: Severity
    /// The first sentence of the rule's doc comment.
    public let summary: String
    /// The rest of it, as Markdown.
    public let body: String

    public init(id: RuleID, severity: Severity, summary: String, body: String) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.body = body
    }

    /// The whole page as Markdown.
    public var markdown: String { "# \(id)\n\n\(summary)\n\n\(body)\n" }
}

/// A form in which findings are told.
public protocol Renderer: Sendable {
    /// The whole output, with a newline at its end unless it is empty.
    func render(_ report: Report) -> String
}

/// The forms by the names that `--format` takes.
public enum OutputFormat: String, Sendable, CaseIterable {
    case text, json, sarif, junit, github

    public func renderer(inColor: Bool) -> any Renderer {
        switch self {
        case .text: TextRenderer(inColor: inColor)
        case .json: JSONRenderer()
        case .sarif: SARIFRenderer()
        case .junit: JUnitRenderer()
        case .github: GitHubRenderer()
        }
    }
}
