import Diagnostics
import Proofs

/// Proves texts of Terraform by python-hcl2.
public struct HCLChecker: Checker {
    public let name = "hcl"
    public let subjects = [Subject("hcl"), Subject("terraform"), Subject("tf")]
    public let programs = [Self.program]
    public let doesNot = ["does not know the resources of providers: names and types of arguments are not judged"]

    static let program = Program(
        "hcl2tojson", installation: "pip install python-hcl2", purpose: "reads the syntax of Terraform's configuration",
        minimum: "5.0")

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .parsed }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        let found = await workbench.toolbox.find(Self.program)
        guard let program = found, program.tooOld == nil else {
            let findings = HCLFindings(snippet.code, map: snippet.map).findings
            let lack = found?.tooOld ?? "hcl2tojson (python-hcl2) is not installed"
            return Proof(level: nil, findings: findings, shortfall: lack)
        }
        // The program is a script of Python, which need not stand in the folders of the system.
        var environment = ProcessCommand.plainEnvironment
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        let outcome = await ProcessCommand(
            program.path, ["-q", "-"], environment: environment, input: snippet.code
        ).run()
        if outcome.isSuccess, outcome.output.first == UInt8(ascii: "{") {
            let findings = HCLFindings(snippet.code, map: snippet.map).findings
            return Proof(level: .parsed, findings: findings, tools: [program.title], claims: ["the syntax is accepted"])
        }
        return Proof(level: nil, findings: [refusal(outcome, program, snippet)], tools: [program.title])
    }

    private func refusal(_ outcome: ProcessOutcome, _ program: FoundProgram, _ snippet: Snippet) -> Diagnostic {
        guard case .exited = outcome.end, let place = HCLFindings.place(in: outcome.errorText) else {
            return ProofToolFailed.finding(program.title, outcome, at: snippet.opening)
        }
        let isEnd = outcome.errorText.contains("'$END'")
        let range =
            isEnd
            ? snippet.code.count..<snippet.code.count : HCLFindings.range(place.line, place.column, in: snippet.code)
        let message = isEnd ? "the text ends before its blocks do" : "nothing that may stand here in HCL"
        return HCLSyntax.found(
            message, help: isEnd ? "close the bracket that is open" : nil, at: snippet.origin(of: range))
    }
}
