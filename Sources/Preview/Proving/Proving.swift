import Proofs
import Site

extension Preview {
    /// How a preview proves examples.
    public struct Proving: Sendable {
        let inside: PageExamination.Proving

        /// - Parameters:
        ///   - width: how many are proven at a time.
        ///   - run: plans the proving of some examples of a project.
        public init(
            width: Int, cache: ProofCache?, run: @escaping @Sendable (Project, Set<String>) async -> ProofRun
        ) {
            inside = PageExamination.Proving(run: run, cache: cache, width: width)
        }
    }
}
