import Proofs

/// Runs a snippet, a service and its network until it is killed: a test looks what is left then.
///
/// Arguments: a folder for its run folder, and a number of seconds that is unlike any other, to find its processes by.
@main
struct SandboxHolder {
    static func main() async throws {
        let (parent, mark) = (CommandLine.arguments[1], CommandLine.arguments[2])
        let toolbox = Toolbox(path: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")
        let sandbox = try await Sandbox.find(toolbox, folder: RunFolder.open(in: parent).get()).get()
        let house = try await NetworkHouse.open(sandbox)
        let script = "trap '' TERM HUP; (setsid sleep \(mark) &); sleep \(mark); sleep \(mark)"
        let service = try ServiceProcess.start(SandboxCommand(["bash", "-c", script]), in: house, of: sandbox)
        var snippet = SandboxCommand(["bash", "-c", script])
        snippet.limits.time = .seconds(1000)
        _ = await sandbox.run(snippet)
        await service.stop()
    }
}
