import Proofs
import Testing

struct SandboxUnavailableTests {
    @Test func saysThatBubblewrapIsMissing() async {
        let found = await Sandbox.find(Toolbox(path: "/nowhere"))
        guard case .failure(let failure) = found else {
            Issue.record("a sandbox without bubblewrap")
            return
        }
        #expect(failure.reason == "bubblewrap is not installed (apt-get install bubblewrap)")
    }

    @Test func saysWhyAnEmptyRunFails() async throws {
        let folder = try TemporaryScript(
            "bwrap", "#!/bin/sh\necho 'bwrap: Creating new namespace failed: Operation not permitted' >&2\nexit 1\n")
        guard case .failure(let failure) = await Sandbox.find(Toolbox(path: folder.path)) else {
            Issue.record("a sandbox without namespaces")
            return
        }
        #expect(
            failure.reason == "bubblewrap can't make a sandbox here: bwrap: Creating new namespace failed: "
                + "Operation not permitted (does the system refuse namespaces?)")
    }
}
