import Diagnostics
import Proofs

/// Lines that go through the stages of the `loki.process` above them; a block `output` below shows what comes out.
public struct AlloyLinesChecker: Checker {
    public let name = "alloy-lines"
    public let subjects = [Subject("text", as: "alloy-lines")]
    public let doesNot = ["does not run other stages than `stage.replace` and `stage.drop` with an expression"]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { snippet.output == nil ? .executed : .matched }

    public func companions(of snippet: Snippet, in workbench: Workbench) -> [Snippet] {
        pipeline(above: snippet, in: workbench).map { [$0.snippet] } ?? []
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        guard let (_, process) = pipeline(above: snippet, in: workbench) else {
            return Proof(level: nil, findings: [AlloyLinesWithoutProcess.found(at: snippet.opening)])
        }
        let pipeline: AlloyPipeline
        do {
            pipeline = try AlloyPipeline(process)
        } catch {
            return Proof(level: .parsed, shortfall: error.reason)
        }
        let lines = snippet.code.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        var output: [UInt8] = []
        for line in lines { output += pipeline.line(Array(line)).map { $0 + [0x0A] } ?? [] }
        var proof = Proof(
            level: .executed, tools: ["RE2"],
            claims: ["\(lines.count) line\(lines.count == 1 ? "" : "s") through `loki.process.\(pipeline.name)`"])
        proof.output = output
        return proof
    }

    /// The last component above, and the block that it stands in.
    private func pipeline(
        above snippet: Snippet, in workbench: Workbench
    ) -> (snippet: Snippet, process: AlloyBlock)? {
        for other in workbench.snippets.reversed()
        where other.fragment == snippet.fragment && other.number < snippet.number && other.language == "alloy" {
            let text = AlloyText(other.code, map: other.map)
            if let process = text.body.blocks.last(where: { $0.name.text == "loki.process" }) {
                return (other, process)
            }
        }
        return nil
    }
}
