import Diagnostics

/// What is known of one snippet after a run.
public struct Verdict: Sendable {
    public enum Status: Sendable, Equatable {
        /// Proven as far as it asks.
        case proven
        /// Left out, for the author's reason.
        case skipped(String)
        /// Nothing could be proven here; why.
        case unproven(String)
        /// There are findings.
        case failed
    }

    public let snippet: Snippet
    /// The checker's name; nil where there is none.
    public let checker: String?
    public let status: Status
    /// The highest level that was reached.
    public let level: ProofLevel?
    public let tools: [String]
    public let claims: [String]
    /// Why a higher level was not reached.
    public let shortfall: String?
    public let output: [UInt8]?
    public let measures: [Proof.Measure]
    public let findings: [Diagnostic]
    /// Whether it was known from an earlier run.
    public let isRemembered: Bool

    /// A snippet that no checker saw.
    init(_ snippet: Snippet, status: Status) {
        self.snippet = snippet
        self.status = status
        checker = nil
        level = nil
        tools = []
        claims = []
        shortfall = nil
        output = nil
        measures = []
        findings = []
        isRemembered = false
    }

    init(
        _ snippet: Snippet, checker: String, proof: Proof, findings: [Diagnostic], isRemembered: Bool = false
    ) {
        self.snippet = snippet
        self.checker = checker
        level = proof.level
        tools = proof.tools
        claims = proof.claims
        shortfall = proof.shortfall
        output = proof.output
        measures = proof.measures
        self.findings = findings
        self.isRemembered = isRemembered
        if findings.contains(where: { $0.severity != .note }) {
            status = .failed
        } else if proof.level == nil {
            status = .unproven(proof.shortfall ?? "the checker gave no answer")
        } else {
            status = .proven
        }
    }
}
