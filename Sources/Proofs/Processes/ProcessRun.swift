import Glibc
import Subprocess

extension ProcessCommand {
    /// Runs the program to its end, or to the end of its time or output.
    ///
    /// When it ends, however it ends, its whole process group ends. Where the task is cancelled, so is the program.
    public func run() async -> ProcessOutcome { await ProcessRun(self).outcome() }
}

/// One run of a program, from its start until nothing of its process group is left.
struct ProcessRun: Sendable {
    let command: ProcessCommand
    let printed: ProcessOutput
    /// Told the process id once the program runs.
    var started: @Sendable (pid_t) -> Void = { _ in }
    /// Goes on beside the program; the program is ended when this returns.
    var watch: @Sendable (pid_t) async -> Void = { _ in await Self.forever() }

    init(_ command: ProcessCommand, keeping: ProcessOutput.Keeping = .first) {
        self.command = command
        printed = ProcessOutput(limit: command.outputLimit, keeping: keeping)
    }

    func outcome() async -> ProcessOutcome {
        await withTaskExecutorPreference(ProcessThread.shared) { await attended() }
    }

    private func attended() async -> ProcessOutcome {
        await withTaskGroup(of: ProcessOutcome?.self) { group in
            group.addTask { await spawned() }
            group.addTask {
                if await ProcessThread.shared.sleep(for: command.timeLimit) { printed.end(.timedOut) }
                return nil
            }
            var outcome: ProcessOutcome?
            // Cancelling the first task ends the process group; see the teardown sequence below.
            for await result in group {
                group.cancelAll()
                outcome = result ?? outcome
            }
            return outcome ?? printed.outcome(.timedOut)
        }
    }

    private func spawned() async -> ProcessOutcome {
        guard let input = InputFile.open(command.input) else {
            return ProcessOutcome(end: .notStarted(reason: "there is no memory or no descriptor for its input"))
        }
        do {
            return printed.outcome(Self.end(try await status(input: input)))
        } catch {
            return printed.outcome(.notStarted(reason: "\(error)"))
        }
    }

    private func status(input: Int32) async throws -> TerminationStatus {
        let variables = command.environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) }
        let configuration = Configuration(
            executable: .path(.init(command.executable)), arguments: .init(command.arguments),
            environment: .custom(Dictionary(uniqueKeysWithValues: variables)),
            workingDirectory: .init(command.folder), platformOptions: Self.options)
        if command.mergesErrors {
            return try await Subprocess.run(
                configuration,
                input: .fileDescriptor(.init(rawValue: input), closeAfterSpawningProcess: true),
                output: .sequence, error: .combinedWithOutput
            ) { execution in
                await attend(execution.processIdentifier.value, execution.standardOutput, nil)
            }.terminationStatus
        }
        return try await Subprocess.run(
            configuration,
            input: .fileDescriptor(.init(rawValue: input), closeAfterSpawningProcess: true),
            output: .sequence, error: .sequence
        ) { execution in
            await attend(execution.processIdentifier.value, execution.standardOutput, execution.standardError)
        }.terminationStatus
    }

    private static var options: PlatformOptions {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
        ]
        return options
    }

    /// Reads what the program prints and waits for its end. The process is reaped after this only, so its id, which is the
    /// group's too, can't belong to another process here.
    private func attend(_ id: pid_t, _ output: SubprocessOutputSequence, _ errors: SubprocessOutputSequence?) async {
        started(id)
        await withTaskGroup(of: Void.self) { beside in
            beside.addTask {
                await watch(id)
                if !Task.isCancelled { kill(-id, SIGKILL) }
            }
            await withTaskGroup(of: Void.self) { reading in
                reading.addTask { await read(output, as: .output, of: id) }
                if let errors { reading.addTask { await read(errors, as: .errors, of: id) } }
            }
            await Self.ended(id)
            beside.cancelAll()
        }
        kill(-id, SIGKILL)
    }

    private func read(_ sequence: SubprocessOutputSequence, as stream: ProcessOutput.Stream, of id: pid_t) async {
        // An error here means that the pipe is gone; how the process ended tells the rest.
        do {
            for try await buffer in sequence {
                let bytes = buffer.withUnsafeBytes { Array($0) }
                guard !printed.append(bytes, to: stream) else { continue }
                printed.end(.outputTooLarge)
                kill(-id, SIGKILL)
                return
            }
        } catch {}
    }

    /// Waits until the process has ended, without reaping it. Most have when their pipes are closed.
    private static func ended(_ id: pid_t) async {
        var pause = Duration.microseconds(200)
        while !hasEnded(id) {
            guard await ProcessThread.shared.sleep(for: pause) else { return }
            pause = min(pause * 2, .milliseconds(20))
        }
    }

    private static func hasEnded(_ id: pid_t) -> Bool {
        var info = siginfo_t()
        guard waitid(P_PID, id_t(id), &info, WEXITED | WNOHANG | WNOWAIT) == 0 else { return true }
        return info.si_signo != 0
    }

    static func forever() async {
        while (try? await Task.sleep(for: .seconds(3600))) != nil {}
    }

    private static func end(_ status: TerminationStatus) -> ProcessOutcome.End {
        switch status {
        case .exited(let code): .exited(code)
        case .signaled(let signal): .signalled(signal)
        }
    }
}
