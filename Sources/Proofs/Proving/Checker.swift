/// Proves snippets of one kind. Checkers live in the module `Checkers`, one file each, and are listed in its registry.
public protocol Checker: Sendable {
    /// The name that evidence and reports show: `logql`.
    var name: String { get }
    /// What it takes. A pair of language and kind belongs to one checker only.
    var subjects: [Subject] { get }
    /// The programs that it asks. What is missing lowers the level, with a reason.
    var programs: [Program] { get }
    /// Whether it asks a server that the user named, which tomorrow may answer otherwise: its proofs are not remembered.
    var isOnline: Bool { get }
    /// Whether many snippets are proven at once for little more than one costs.
    var isBatched: Bool { get }
    /// Whether it needs services as no snippet has used them yet.
    var needsFreshServices: Bool { get }
    /// What it leaves unproven, one sentence each: shown by `galley doctor` and on the Proof page.
    var doesNot: [String] { get }

    /// The highest level that it can reach for this snippet where all programs and services are there.
    func highestLevel(for snippet: Snippet) -> ProofLevel

    /// Files of the project, besides the fragment, that the proof depends on.
    func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String]

    /// Other snippets that the proof depends on, besides those before it in its session.
    func companions(of snippet: Snippet, in workbench: Workbench) -> [Snippet]

    /// Proves one snippet. Never throws: what goes wrong is a finding, or a shortfall of the proof.
    func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof

    /// Proves several at once, for programs that take long to start. The answers are in the order of the snippets.
    func prove(_ snippets: [Snippet], in workbench: Workbench) async -> [Proof]
}

extension Checker {
    public var programs: [Program] { [] }
    public var isOnline: Bool { false }
    public var isBatched: Bool { false }
    public var needsFreshServices: Bool { false }
    public var doesNot: [String] { [] }
    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        snippet.request.container.map { [$0.value] } ?? []
    }

    public func companions(of snippet: Snippet, in workbench: Workbench) -> [Snippet] { [] }

    public func prove(_ snippets: [Snippet], in workbench: Workbench) async -> [Proof] {
        var proofs: [Proof] = []
        for snippet in snippets { proofs.append(await prove(snippet, in: workbench)) }
        return proofs
    }
}

/// A language, or a kind of a language, as authors write them.
public struct Subject: Sendable, Hashable {
    /// The fence's first word, in lower case.
    public let language: String
    /// The value of `as`; nil for a fence without it.
    public let kind: String?

    public init(_ language: String, as kind: String? = nil) {
        self.language = language
        self.kind = kind
    }
}
