import Foundation
import Synchronization

/// Proofs of earlier runs, by the digest of all that they depend on. Only proofs without findings are kept.
///
/// The cache is a convenience: one that can't be read or written is as good as an empty one.
public final class ProofCache: Sendable {
    private struct Entry: Codable {
        var level: String
        var tools: [String]
        var claims: [String]
        var shortfall: String?
        /// Bytes that need not be text; `Data` is written in few characters.
        var output: Data?
        var measures: [Proof.Measure]
    }

    private struct State {
        var entries: [String: Entry]
        /// Keys that this run asked for or made.
        var used: Set<String> = []
        var isChanged = false
    }

    private let path: String
    private let state: Mutex<State>

    /// - Parameter path: an absolute path; it need not exist.
    public init(path: String) {
        self.path = path
        let data = FileManager.default.contents(atPath: path) ?? Data()
        state = Mutex(State(entries: (try? JSONDecoder().decode([String: Entry].self, from: data)) ?? [:]))
    }

    func proof(for key: String) -> Proof? {
        state.withLock { state in
            guard let entry = state.entries[key], let level = ProofLevel(rawValue: entry.level) else { return nil }
            state.used.insert(key)
            var proof = Proof(
                level: level, tools: entry.tools, claims: entry.claims, shortfall: entry.shortfall,
                output: entry.output.map { [UInt8]($0) })
            proof.measures = entry.measures
            return proof
        }
    }

    func remember(_ proof: Proof, for key: String) {
        guard let level = proof.level else { return }
        state.withLock { state in
            state.entries[key] = Entry(
                level: level.rawValue, tools: proof.tools, claims: proof.claims, shortfall: proof.shortfall,
                output: proof.output.map { Data($0) }, measures: proof.measures)
            state.used.insert(key)
            state.isChanged = true
        }
    }

    /// Writes what was learned beside the file and renames it.
    /// - Parameter isWhole: whether the run saw all snippets, so that what it did not use may be forgotten.
    public func save(isWhole: Bool) {
        let entries = state.withLock { state -> [String: Entry]? in
            if isWhole, state.used.count < state.entries.count {
                state.entries = state.entries.filter { state.used.contains($0.key) }
                state.isChanged = true
            }
            return state.isChanged ? state.entries : nil
        }
        guard let entries, let data = try? JSONEncoder().encode(entries) else { return }
        let folder = (path as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? data.write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
