import Diagnostics
import Proofs

/// Plain text, and differences: no character that nobody sees, and hunks that `patch` takes.
public struct TextChecker: Checker {
    public let name = "text"
    public let subjects = [Subject("text"), Subject("txt"), Subject("diff"), Subject("patch")]
    public let doesNot = ["does not know whether a text is true"]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .parsed }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var findings: [Diagnostic] = []
        for (offset, byte) in snippet.code.enumerated()
        where byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F {
            findings.append(TextControlCharacter.found(byte, at: snippet.origin(of: offset..<offset + 1)))
        }
        let isDiff = snippet.language == "diff" || snippet.language == "patch"
        if isDiff { findings += Hunks(snippet).findings }
        return Proof(level: .parsed, findings: findings, claims: [isDiff ? "hunks counted" : "plain text"])
    }
}
