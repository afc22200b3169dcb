import Subprocess

extension ProcessCommand {
    /// Runs the program to its end, or to the end of its time or output.
    public func run() async -> ProcessOutcome {
        let command = self
        return await withTaskGroup(of: ProcessOutcome.self) { group in
            group.addTask { await command.runUnbounded() }
            group.addTask {
                do { try await Task.sleep(for: command.timeLimit) } catch {}
                return ProcessOutcome(end: .timedOut)
            }
            let first = await group.next() ?? ProcessOutcome(end: .timedOut)
            group.cancelAll()
            return first
        }
    }

    private func runUnbounded() async -> ProcessOutcome {
        var options = PlatformOptions()
        options.teardownSequence = [.send(signal: .kill, allowedDurationToNextStep: .zero)]
        options.processGroupID = 0
        do {
            let variables = Dictionary(
                uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
            let result = try await Subprocess.run(
                .path(.init(executable)), arguments: .init(arguments), environment: .custom(variables),
                workingDirectory: .init(folder), platformOptions: options, input: .array(input),
                output: .bytes(limit: outputLimit), error: .bytes(limit: outputLimit))
            return ProcessOutcome(
                end: Self.end(result.terminationStatus), output: result.standardOutput, errors: result.standardError)
        } catch {
            return ProcessOutcome(end: .notStarted(reason: "\(error)"))
        }
    }

    private static func end(_ status: TerminationStatus) -> ProcessOutcome.End {
        switch status {
        case .exited(let code): .exited(code)
        case .signaled(let signal): .signalled(signal)
        }
    }
}
