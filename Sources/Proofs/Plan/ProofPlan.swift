import Diagnostics

/// Which checker proves which snippet, what is left out and why, and what is proven together.
public struct ProofPlan: Sendable {
    public enum Fate: Sendable {
        case prove(any Checker)
        /// The author's reason.
        case skip(String)
        /// The block or its attributes are at fault: a finding says so.
        case refuse
    }

    /// Snippets that one checker proves together: a session, a batch, or one alone.
    public struct Group: Sendable {
        public let checker: any Checker
        /// In reading order.
        public let snippets: [Snippet]
        /// Whether they share a session, so that one can't be proven without those before it.
        public let isSession: Bool
    }

    /// By the number of the snippet.
    public private(set) var fates: [Fate] = []
    public private(set) var groups: [Group] = []
    public private(set) var findings: [Diagnostic] = []
    /// Whether no snippet was left out of this run.
    public let isWhole: Bool

    /// - Parameters:
    ///   - names: what attributes may name.
    ///   - chosen: whether a snippet is to be proven in this run.
    public init(
        _ snippets: [Snippet], checkers: [any Checker], names: KnownNames, today: CalendarDate,
        chosen: (Snippet) -> Bool = { _ in true }
    ) {
        var bySubject: [Subject: any Checker] = [:]
        for checker in checkers { for subject in checker.subjects { bySubject[subject] = checker } }
        let taken = snippets.filter(chosen)
        isWhole = taken.count == snippets.count
        let attributes = AttributeCheck(snippets: snippets, names: names, today: today)
        findings = attributes.findings
        for snippet in snippets {
            fates.append(fate(of: snippet, bySubject, refused: attributes.refused.contains(snippet.number)))
        }
        group(taken)
    }

    private mutating func fate(of snippet: Snippet, _ checkers: [Subject: any Checker], refused: Bool) -> Fate {
        let subject = Subject(snippet.language, as: snippet.kind?.value)
        guard let checker = checkers[subject] else {
            if let skip = snippet.request.skip { return .skip(skip.value) }
            findings.append(Self.unknown(snippet, checkers.keys))
            return .refuse
        }
        if refused { return .refuse }
        if let skip = snippet.request.skip { return .skip(skip.value) }
        return .prove(checker)
    }

    private static func unknown(_ snippet: Snippet, _ subjects: some Sequence<Subject>) -> Diagnostic {
        let languages = Set(subjects.map(\.language))
        guard let kind = snippet.kind, languages.contains(snippet.language) else {
            return SnippetUnchecked.found(snippet.language, known: languages.sorted(), at: snippet.opening)
        }
        let kinds = subjects.filter { $0.language == snippet.language }.compactMap(\.kind).sorted()
        return SnippetUnknownKind.found(kind.value, language: snippet.language, known: kinds, at: kind.origin)
    }

    private mutating func group(_ snippets: [Snippet]) {
        var batches: [String: [Snippet]] = [:]
        var sessions: [String: [Snippet]] = [:]
        var order: [(key: String, isSession: Bool, checker: any Checker)] = []
        for snippet in snippets {
            guard case .prove(let checker) = fates[snippet.number] else { continue }
            if let session = snippet.request.session?.value {
                if sessions[session] == nil { order.append((session, true, checker)) }
                sessions[session, default: []].append(snippet)
            } else if checker.isBatched {
                if batches[checker.name] == nil { order.append((checker.name, false, checker)) }
                batches[checker.name, default: []].append(snippet)
            } else {
                groups.append(Group(checker: checker, snippets: [snippet], isSession: false))
            }
        }
        for (key, isSession, checker) in order {
            let members = isSession ? sessions[key] : batches[key]
            groups.append(Group(checker: checker, snippets: members ?? [], isSession: isSession))
        }
        groups.sort { ($0.snippets.first?.number ?? 0) < ($1.snippets.first?.number ?? 0) }
    }
}

/// What attributes of fences may name.
public struct KnownNames: Sendable {
    public var datasets: Set<String> = []
    public var services: Set<String> = []
    public var rules: Set<RuleID> = []
    /// Why a file of the project can't be read; nil where it can.
    public var unreadable: @Sendable (String) -> String?

    public init(
        datasets: Set<String> = [], services: Set<String> = [], rules: Set<RuleID> = [],
        unreadable: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.datasets = datasets
        self.services = services
        self.rules = rules
        self.unreadable = unreadable
    }
}
