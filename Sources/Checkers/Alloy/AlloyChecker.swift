import Configuration
import Diagnostics
import Proofs

/// Proves configurations of Grafana Alloy.
public struct AlloyChecker: Checker {
    public let name = "alloy"
    public let subjects = [Subject("alloy"), Subject("river")]
    public let programs = [AlloyProgram.program]
    public let doesNot = [
        "does not compute values: what a function or a component gives is not held against types",
        "does not read templates, JMESPath expressions and time formats in stages",
        "does not load modules that a configuration imports",
    ]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .validated }

    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        var paths = Set(snippet.request.container.map { [$0.value] } ?? [])
        for other in workbench.snippets where other.fragment == snippet.fragment && takes(other) {
            paths.insert(other.origin(of: 0..<other.code.count).span.file.path)
        }
        return paths.subtracting([snippet.fragment]).sorted()
    }

    public func companions(of snippet: Snippet, in workbench: Workbench) -> [Snippet] {
        workbench.snippets.filter {
            $0.fragment == snippet.fragment && $0.number != snippet.number && takes($0)
        }
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        let text = AlloyText(snippet.code, map: snippet.map)
        let container = container(of: snippet, in: workbench)
        let around =
            companions(of: snippet, in: workbench).map { AlloyText($0.code, map: $0.map) }
            + [container].compactMap { $0 }
        let validation = AlloyValidation(text, around: around, isWhole: container != nil)
        var proof = Proof(
            level: text.errors.isEmpty ? .validated : nil, findings: validation.findings,
            tools: ["the inventory of \(AlloyInventory.known.title)"], claims: validation.claims)
        if validation.isBare, proof.level != nil {
            proof.level = .parsed
            proof.shortfall = "the arguments are of a component that is not shown"
        }
        if let program = await workbench.toolbox.find(AlloyProgram.program), program.tooOld == nil {
            // A part of a file is no configuration that Alloy would run.
            let isWhole = container.map { $0.source == snippet.code } ?? false
            proof.tools.append(program.title)
            if proof.findings.isEmpty {
                proof.findings += await AlloyProgram(found: program)
                    .findings(text, isWhole: isWhole, opening: snippet.opening)
            }
        }
        return proof
    }

    private func takes(_ snippet: Snippet) -> Bool { subjects.contains(Subject(snippet.language)) }

    /// The file that the text is a part of: named by `in=`, or the one that the block includes.
    private func container(of snippet: Snippet, in workbench: Workbench) -> AlloyText? {
        if let named = snippet.request.container, case .success(let file) = workbench.files.file(named.value) {
            return AlloyText(file.bytes, map: PositionMap(identity: file))
        }
        let file = snippet.origin(of: 0..<snippet.code.count).span.file
        guard file.path.hasSuffix(".alloy") else { return nil }
        return AlloyText(file.bytes, map: PositionMap(identity: file))
    }
}
