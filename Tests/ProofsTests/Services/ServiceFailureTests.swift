import Proofs
import Synchronization
import Testing

/// Services that are there and fail, or are missing.
@Suite(.needsSandbox) struct ServiceFailureTests {
    /// A lighthouse that does not come on.
    private final class Lamp: Service {
        let name = "loki"
        let programs: [Program] = []
        let failure: SandboxUnavailable
        let beginnings = Mutex(0)

        init(_ failure: SandboxUnavailable) { self.failure = failure }

        func begin(in place: ServicePlace) async throws(SandboxUnavailable) -> ServiceAccess {
            beginnings.withLock { $0 += 1 }
            throw failure
        }
        func log() async -> String { "" }
        func end() async {}
    }

    /// Runs nothing but asks for the services that snippets need.
    private struct Asking: Checker {
        let name = "asking"
        let subjects = [Subject("words")]
        func highestLevel(for snippet: Snippet) -> ProofLevel { .executed }
        func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
            do throws(SandboxUnavailable) {
                return try await workbench.services.use(snippet.request.needs.map(\.value), on: workbench) { _ in
                    Proof(level: .executed)
                }
            } catch {
                return Proof(level: .validated, shortfall: "not run: \(error.reason)")
            }
        }
    }

    private func project(_ lamp: Lamp) throws -> ProofProject {
        var project = try ProofProject(
            ProofProject.fence("", "a") + ProofProject.fence("needs=\"loki\"", "b")
                + ProofProject.fence("needs=loki", "c"))
        project.checkers = [Asking()]
        project.services = [lamp]
        return project
    }

    @Test func oneThatFailsIsToldOnceAndNotTriedAgain() async throws {
        let lamp = Lamp(.init(reason: "the bulb is dark", isFault: true))
        let cache = ProofCache(path: "/nonexistent/proofs.json")
        let project = try project(lamp)
        for runs in 1...2 {
            let (verdicts, findings) = try await project.run(cache: cache)
            #expect(ProofProject.words(findings) == ["proof/service-failed: loki"])
            #expect(findings.first?.message == "the service `loki` can't be had: the bulb is dark")
            #expect(findings.first?.notes == ["1 more snippet was not run for it"])
            #expect(findings.first?.span.start == .init(line: 4, column: 18))
            #expect(verdicts.map(\.level) == [.executed, .validated, .validated])
            // A run remembers what it could do, and asks for the service again.
            #expect(verdicts.map(\.isRemembered) == [runs == 2, false, false])
            #expect(lamp.beginnings.withLock { $0 } == runs)
        }
    }

    @Test func oneThatIsMissingIsNoFault() async throws {
        let (verdicts, findings) = try await project(Lamp(.init(reason: "there is no lamp"))).run()
        #expect(findings.isEmpty)
        #expect(verdicts.map(\.shortfall) == [nil, "not run: there is no lamp", "not run: there is no lamp"])
    }
}
