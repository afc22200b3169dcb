extension ServiceProcess {
    /// What bubblewrap is told for a program that is no author's code.
    static let trusted = [
        "--die-with-parent", "--new-session", "--unshare-pid", "--dev-bind", "/", "/", "--proc", "/proc", "--",
    ]

    /// Starts a program that is no author's code in the network of a house. It sees this machine's files as galley does,
    /// and ends with galley, however galley ends.
    static func start(
        trusted arguments: [String], in house: NetworkHouse, of sandbox: Sandbox,
        environment: [String: String] = ProcessCommand.plainEnvironment
    ) throws(SandboxUnavailable) -> ServiceProcess {
        guard let entering = house.entering else { throw SandboxUnavailable(reason: NetworkHouse.closed) }
        let words = entering + [sandbox.program.path] + trusted + arguments
        var process = ProcessCommand(
            words[0], Array(words.dropFirst()), environment: environment, timeLimit: .seconds(1_000_000),
            outputLimit: 64 << 10)
        process.mergesErrors = true
        return start(process, scratch: nil, watch: nil, limits: SandboxLimits())
    }
}
