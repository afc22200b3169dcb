import Diagnostics
import Foundation
import Proofs
import TestSupport
import Testing

/// Proving with what earlier runs remembered says what proving anew says, whatever was edited.
@Suite struct CacheEditTests {
    @Test(arguments: 1...8) func rememberedProofsSayWhatFreshOnesSay(seed: UInt64) async throws {
        var edits = ProofEdits(seed: seed)
        let project = try ProofProject("")
        try edits.write(to: project)
        let path = project.folder.path + "/.cache/proofs.json"
        var remembered = 0
        for round in 1...25 {
            let edit = try edits.next(in: project)
            let cache = ProofCache(path: path)
            let ids: Set<String>? = round.isMultiple(of: 5) ? ["a0", "a3"] : nil
            let prepared = try await project.prepare(ids: ids)
            let kept = await prepared.run(width: 2, cache: cache)
            cache.save(isWhole: prepared.isWhole)
            let fresh = try await project.run(ids: ids)
            #expect(
                kept.verdicts.map(Facts.init) == fresh.verdicts.map(Facts.init), "seed \(seed), round \(round): \(edit)"
            )
            #expect(
                ProofProject.words(kept.findings) == ProofProject.words(fresh.findings),
                "seed \(seed), round \(round): \(edit)")
            remembered += kept.verdicts.count(where: \.isRemembered)
        }
        #expect(remembered > 8)
    }
}

/// Edits as authors make them, in random order.
private struct ProofEdits {
    private var random: SeededGenerator
    private var fences: [(attributes: [String], lines: [String], output: String?)] = []
    private var settings = ["now: 2026-01-01T00:00:00Z", "files: [a.jsonl]"]

    private static let attributes = [
        "proof=run", "proof=match", "bad=words/fault", "slower-than=a1", "session=s", "session=t", "data=d", "hidden",
        "skip=\"not today\"", "data=gone", "in=a.md",
    ]
    private static let lines = [
        "print one", "print two", "cost 1", "cost 2", "error x", "warning y", "note z", "level parsed", "lack it",
        "silent",
        "read text.txt", "read other.txt", "near a0", "near a2", "# galley-allow x/y: z",
    ]

    private static let line = "{\"labels\": {\"a\": \"b\"}, \"ts\": \"1767225600000000000\", \"line\": \"x\"}\n"

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        for _ in 0..<6 { fences.append(fence()) }
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    private mutating func fence() -> (attributes: [String], lines: [String], output: String?) {
        let attributes = Bool.random(using: &random) ? [] : [pick(Self.attributes)]
        return (attributes, [pick(Self.lines), pick(Self.lines)], pick([nil, nil, "one", "...", "x"]))
    }

    /// Makes one change of the project, and says which.
    mutating func next(in project: ProofProject) throws -> String {
        let index = Int.random(in: 0..<fences.count, using: &random)
        let what: String
        switch Int.random(in: 0..<9, using: &random) {
        case 0:
            fences[index].attributes = Bool.random(using: &random) ? [] : [pick(Self.attributes), "#b\(index)"]
            what = "attributes \(fences[index].attributes) of \(index)"
        case 1, 2:
            fences[index].lines = [pick(Self.lines), pick(Self.lines)]
            what = "lines \(fences[index].lines) of \(index)"
        case 3:
            fences[index].output = pick([nil, "one", "two", "..."])
            what = "the output of \(index)"
        case 4:
            fences.swapAt(0, index)
            what = "the order of 0 and \(index)"
        case 5:
            let file = pick(["text.txt", "other.txt"])
            try project.folder.write(pick(["one\n", "two\n", "three\n"]), to: file)
            what = file
        case 6:
            let time = pick(["1767225600000000000", "1767225500000000000"])
            let line = "{\"labels\": {\"a\": \"b\"}, \"ts\": \"\(time)\", \"line\": \"x\"}\n"
            try project.folder.write(line + pick(["", line, "broken\n"]), to: "a.jsonl")
            what = "the dataset"
        case 7:
            settings[0] = pick(["now: 2026-01-01T00:00:00Z", "now: 2026-02-02T00:00:00Z"])
            what = settings[0]
        default: what = "nothing"
        }
        try write(to: project)
        return what
    }

    func write(to project: ProofProject) throws {
        let page = fences.enumerated().map { index, fence in
            let name = fence.attributes.contains { $0.hasPrefix("#") } ? "" : "#a\(index) "
            return ProofProject.fence(
                name + fence.attributes.joined(separator: " "), fence.lines.joined(separator: "\n"))
                + (fence.output.map(ProofProject.output) ?? "")
        }.joined(separator: "\n")
        try project.folder.write(page, to: "pages/a.md")
        if !project.folder.exists("a.jsonl") { try project.folder.write(Self.line, to: "a.jsonl") }
        try project.write(settings: "datasets: {d: {\(settings.joined(separator: ", "))}}", pages: ["a.md"])
    }
}
