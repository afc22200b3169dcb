import Proofs
import Site

extension Preview {
    /// How a preview proves examples.
    public struct Proving: Sendable {
        let width: Int
        let cache: ProofCache?
        let run: @Sendable (_ project: Project, _ ids: Set<String>) async -> ProofRun

        /// - Parameters:
        ///   - width: how many are proven at a time.
        ///   - run: plans the proving of some examples of a project.
        public init(
            width: Int, cache: ProofCache?, run: @escaping @Sendable (Project, Set<String>) async -> ProofRun
        ) {
            self.width = width
            self.cache = cache
            self.run = run
        }
    }
}
