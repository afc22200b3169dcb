import Diagnostics
import Foundation
import Proofs
import Synchronization

/// A checker for tests. Each line of a snippet in the language `words` says what the checker is to answer:
///
///     print TEXT | cost NUMBER | error TEXT | warning TEXT | note TEXT | level LEVEL | lack REASON | silent | read FILE | near ID
///
/// Findings point at TEXT.
struct WordChecker: Checker {
    let name: String
    let subjects: [Subject]
    let isBatched: Bool
    var programs: [Program] = []
    var isOnline = false
    /// The ids of the snippets of each call.
    let calls = Calls()

    final class Calls: Sendable {
        private let ids = Mutex<[[String]]>([])
        var all: [[String]] { ids.withLock { $0 } }
        func add(_ snippets: [Snippet]) { ids.withLock { $0.append(snippets.map(\.id)) } }
        func forget() { ids.withLock { $0 = [] } }
    }

    init(_ name: String = "words", kinds: [String?] = [nil], isBatched: Bool = false) {
        self.name = name
        self.isBatched = isBatched
        subjects = kinds.map { Subject(name, as: $0) }
    }

    func highestLevel(for snippet: Snippet) -> ProofLevel { .matched }

    func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        words(of: snippet).filter { $0.0 == "read" }.map(\.1)
    }

    func companions(of snippet: Snippet, in workbench: Workbench) -> [Snippet] {
        words(of: snippet).filter { $0.0 == "near" }.compactMap { workbench.snippet($0.1) }
    }

    func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        calls.add([snippet])
        return await answer(snippet, in: workbench)
    }

    func prove(_ snippets: [Snippet], in workbench: Workbench) async -> [Proof] {
        calls.add(snippets)
        var proofs: [Proof] = []
        for snippet in snippets where !snippet.text.contains("mute") {
            proofs.append(await answer(snippet, in: workbench))
        }
        return proofs
    }

    private func answer(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var proof = Proof(level: .executed, tools: ["the word checker"], claims: ["read"])
        var printed = ""
        if let name = snippet.request.data?.value, let dataset = await workbench.datasets.dataset(name) {
            printed += "\(dataset.data.lineCount) lines before \(dataset.now)\n"
        }
        for (word, rest, range) in words(of: snippet) {
            let origin = snippet.origin(of: range)
            switch word {
            case "print": printed += rest + "\n"
            case "cost": proof.measures.append(.init("work", Int(rest) ?? 0))
            case "error": proof.findings.append(WordFault.diagnostic(rest, at: origin))
            case "warning": proof.findings.append(WordDoubt.diagnostic(rest, at: origin))
            case "note": proof.findings.append(WordRemark.diagnostic(rest, at: origin))
            case "level": proof.level = ProofLevel(rawValue: rest)
            case "lack": proof.shortfall = rest
            case "silent": proof.level = nil
            case "read":
                if case .success(let file) = workbench.files.file(rest) {
                    printed += String(decoding: file.bytes, as: UTF8.self)
                }
            case "near": printed += workbench.snippet(rest)?.text ?? "nobody\n"
            default: break
            }
        }
        proof.output = Array(printed.utf8)
        return proof
    }

    private func words(of snippet: Snippet) -> [(String, String, Range<Int>)] {
        var start = 0
        return snippet.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            defer { start += line.utf8.count + 1 }
            let parts = line.split(separator: " ", maxSplits: 1)
            let rest = parts.count > 1 ? String(parts[1]) : ""
            return (
                parts.first.map(String.init) ?? "", rest,
                start + line.utf8.count - rest.utf8.count..<start + line.utf8.count
            )
        }
    }
}

enum WordFault: Rule {
    static let id: RuleID = "words/fault"
    static let severity = Severity.error
}

enum WordDoubt: Rule {
    static let id: RuleID = "words/doubt"
    static let severity = Severity.warning
}

enum WordRemark: Rule {
    static let id: RuleID = "words/remark"
    static let severity = Severity.note
}
