import Diagnostics

/// What a checker found out about one snippet.
public struct Proof: Sendable {
    /// The highest level that was reached; nil where not even the syntax holds, or nothing could be asked.
    public var level: ProofLevel?
    /// What the checker found wrong, at bytes of the author's files. A proof with an error here is none, unless the
    /// snippet is a bad example of just that rule.
    public var findings: [Diagnostic]
    /// What took part, with its version: `promtool 2.42.0`, `the LogQL engine`.
    public var tools: [String]
    /// What was established, one phrase each, without times or other things that change from run to run:
    /// `12 lines`, `all names are known`.
    public var claims: [String]
    /// Why a higher level was not reached, where the checker could reach it elsewhere: `promtool is not installed`.
    public var shortfall: String?
    /// What the snippet printed when it was run.
    public var output: [UInt8]?
    /// What the run cost, in counts that are the same on each machine. Lower is better.
    public var measures: [Measure] = []

    /// Something counted: `bytes read`.
    public struct Measure: Sendable, Hashable, Codable {
        public let name: String
        public let value: Int

        public init(_ name: String, _ value: Int) {
            self.name = name
            self.value = value
        }
    }

    public init(
        level: ProofLevel?, findings: [Diagnostic] = [], tools: [String] = [], claims: [String] = [],
        shortfall: String? = nil, output: [UInt8]? = nil
    ) {
        self.level = level
        self.findings = findings
        self.tools = tools
        self.claims = claims
        self.shortfall = shortfall
        self.output = output
    }
}
