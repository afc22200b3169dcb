import Proofs
import Testing

/// The sandbox of this machine, found once for all tests.
enum TestSandbox {
    static let toolbox = Toolbox(path: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")

    private static let search = Task { await Sandbox.find(toolbox) }

    static var found: Result<Sandbox, SandboxUnavailable> { get async { await search.value } }

    static var isThere: Bool {
        get async {
            if case .success = await found { true } else { false }
        }
    }

    /// Runs a script of bash.
    static func bash(
        _ script: String, _ change: (inout SandboxCommand) -> Void = { _ in }
    ) async throws -> SandboxOutcome {
        var command = SandboxCommand(["bash", "-c", script])
        command.limits.time = .seconds(200)
        change(&command)
        return try await found.get().run(command)
    }
}

extension Trait where Self == ConditionTrait {
    /// Leaves the tests out where no sandbox can be had, and says so.
    static var needsSandbox: Self {
        .enabled("bubblewrap is missing, or namespaces are refused here") { await TestSandbox.isThere }
    }
}
