import Diagnostics
import Proofs

/// Runs scripts that are sound so far in the sandbox, and adds to their proofs what came of it.
struct ShellExecution {
    private let workbench: Workbench

    init(_ workbench: Workbench) { self.workbench = workbench }

    /// One text for the shell: a script, or a command of a console session.
    private struct Unit {
        let snippet: Int
        let script: Snippet
        /// In the script.
        let range: Range<Int>
        /// In the block; nil for a script.
        let shown: Range<Int>?
    }

    func run(_ snippets: [Snippet], _ proofs: inout [Proof]) async {
        if let obstacle = obstacle(snippets, proofs) {
            for index in proofs.indices where proofs[index].level == .validated && proofs[index].shortfall == nil {
                proofs[index].shortfall = obstacle
            }
            return
        }
        let units = self.units(snippets)
        do throws(SandboxUnavailable) {
            let needs = snippets.flatMap(\.request.needs).map(\.value)
            let run: Result<Run, SandboxUnavailable>
            if needs.contains("network") {
                guard Set(needs).count == 1 else {
                    throw SandboxUnavailable(reason: "a network of its own has no services in it")
                }
                run = await execute(snippets, units, in: .administered)
            } else if needs.isEmpty {
                run = await execute(snippets, units, in: .closed)
            } else {
                run = try await workbench.services.use(needs, on: workbench) {
                    await execute(snippets, units, in: .room($0))
                }
            }
            let done = try run.get()
            judge(done, units, snippets, &proofs)
        } catch {
            for index in proofs.indices { proofs[index].shortfall = "not run: \(error.reason)" }
        }
    }

    /// What a run came to, with the services that took part and what they printed.
    private struct Run: Sendable {
        let outcome: SandboxOutcome
        let answers: [ShellRun.Answer]
        let tools: [String]
        let logs: [String]
    }

    private func execute(
        _ snippets: [Snippet], _ units: [Unit], in place: Place
    ) async -> Result<Run, SandboxUnavailable> {
        do throws(SandboxUnavailable) {
            var command = SandboxCommand([])
            var tools: [String] = []
            let sandbox = try await workbench.sandbox.get()
            switch place {
            case .closed: break
            case .room(let room):
                room.admit(&command)
                tools = room.tools
            case .administered:
                command.network = .administered
                try await tryNetwork(command, sandbox)
            }
            if let lack = lack(snippets, command, tools: tools) { throw SandboxUnavailable(reason: lack) }
            let program = ShellRun.program(
                units.map { .init(code: Array($0.script.code[$0.range]), mergesErrors: $0.shown != nil) })
            command.arguments = ["bash", "-c", program]
            command.files = files(of: snippets)
            let outcome = await sandbox.run(command)
            if case .notStarted(let reason) = outcome.end { throw SandboxUnavailable(reason: reason) }
            let answers = ShellRun.answers(outcome, count: units.count)
            let isSound = outcome.isSuccess && answers.allSatisfy(\.failures.isEmpty)
            var logs: [String] = []
            if !isSound, case .room = place { logs = await workbench.services.logs() }
            return .success(Run(outcome: outcome, answers: answers, tools: tools, logs: logs))
        } catch {
            return .failure(error)
        }
    }

    /// Where scripts are run: cut off, among services, or in a network that they set up themselves.
    private enum Place: Sendable {
        case closed
        case room(ServiceDesk.Room)
        case administered
    }

    /// Not every kernel lets those who have no rights on the machine make rules for a network of their own.
    private func tryNetwork(_ network: SandboxCommand, _ sandbox: Sandbox) async throws(SandboxUnavailable) {
        var command = network
        command.arguments = ["sh", "-c", "command -v iptables > /dev/null || exit 0; iptables -S"]
        let outcome = await sandbox.run(command)
        guard outcome.isSuccess else {
            let said = outcome.errorText.split(separator: "\n").last.map { ": \($0)" } ?? ""
            throw SandboxUnavailable(reason: "no network can be set up here\(said)")
        }
    }

    /// Why these are not run; nil where nothing speaks against it.
    private func obstacle(_ snippets: [Snippet], _ proofs: [Proof]) -> String? {
        for (snippet, proof) in zip(snippets, proofs) {
            guard proof.level == .validated, !proof.findings.contains(where: { $0.severity != .note }) else {
                return snippets.count > 1
                    ? "not run: `\(snippet.id)` of its session can't be" : "not run: it is at fault"
            }
        }
        // Who asks for less means that it can't be run.
        if snippets.contains(where: { ($0.request.level?.value).map { $0 < .executed } ?? false }) {
            return "not run: its author asks for less"
        }
        var defined: Set<String> = []
        for snippet in snippets {
            let code = Self.script(of: snippet).code
            let setsUpNetwork = snippet.request.needs.contains { $0.value == "network" }
            if let obstacle = ShellNeeds(code).obstacle(defined: defined, setsUpNetwork: setsUpNetwork) {
                return "not run: \(obstacle)"
            }
            defined.formUnion(ShellReader(code).functions)
        }
        return nil
    }

    /// What the scripts need and do not have where they would be run.
    private func lack(_ snippets: [Snippet], _ command: SandboxCommand, tools: [String]) -> String? {
        for snippet in snippets {
            var isNetworked = false
            if case .administered = command.network { isNetworked = true }
            if !isNetworked, let missing = snippet.request.needs.first(where: { !command.hosts.contains($0.value) }) {
                return "the service `\(missing.value)` can't be had"
            }
            let needs = ShellNeeds(Self.script(of: snippet).code)
            if !isNetworked, let host = needs.hostBeyond(command.hosts) {
                return "`\(host)` is not reached from the sandbox"
            }
            if tools.contains(where: { $0.contains("stand-in for Loki") }), let path = needs.beyondStandIn {
                return "the stand-in for Loki does not answer `\(path)`"
            }
            if let path = needs.fileBeyond(seen: command.binds.map(\.inner)) {
                return "`\(path)` is a file of another machine"
            }
        }
        return nil
    }

    private static func script(of snippet: Snippet) -> Snippet {
        snippet.language == "console" ? ConsoleSession(snippet).script : snippet
    }

    private func units(_ snippets: [Snippet]) -> [Unit] {
        snippets.enumerated().flatMap { index, snippet -> [Unit] in
            guard snippet.language == "console" else {
                return [Unit(snippet: index, script: snippet, range: 0..<snippet.code.count, shown: nil)]
            }
            let session = ConsoleSession(snippet)
            return session.parts.map { part in
                // A command below which nothing is shown may print what it likes.
                let isBlank = snippet.code[part.output].allSatisfy { $0 == 0x20 || $0 == 0x0A }
                let shown = isBlank ? part.output.lowerBound..<part.output.lowerBound : part.output
                return Unit(snippet: index, script: session.script, range: part.command, shown: shown)
            }
        }
    }

    private func files(of snippets: [Snippet]) -> [SandboxCommand.File] {
        let beside = FilesBeside(workbench)
        var seen: Set<String> = []
        return beside.laid(snippets.flatMap(beside.files(for:)).filter { seen.insert($0.name).inserted })
    }

    // MARK: What came of it

    private func judge(_ run: Run, _ units: [Unit], _ snippets: [Snippet], _ proofs: inout [Proof]) {
        let (outcome, answers, tools, logs) = (run.outcome, run.answers, run.tools, run.logs)
        let interrupted = ShellRun.interrupted(answers, outcome)
        for (index, snippet) in snippets.enumerated() {
            var output: [UInt8] = []
            var isRun = true
            var differs = false
            for (number, unit) in units.enumerated() where unit.snippet == index {
                let answer = answers[number]
                output += answer.output
                var findings = answer.failures.prefix(5).map { failure in
                    ShellFails.found(
                        code: failure.code, errors: failure.errors, at: origin(failure.line, of: unit))
                }
                if number == interrupted, findings.isEmpty, !outcome.isSuccess {
                    findings = [end(outcome, unit)]
                }
                if !answer.isComplete, number != interrupted { isRun = false }
                for position in findings.indices { findings[position].notes += logs }
                if let shown = unit.shown, !shown.isEmpty, findings.isEmpty,
                    let difference = self.difference(answer.output, snippet, shown)
                {
                    differs = true
                    findings.append(difference)
                }
                proofs[index].findings += findings
            }
            guard isRun else {
                proofs[index].shortfall = "not run: the shell had ended before"
                continue
            }
            let isMatched = !differs && units.contains { $0.snippet == index && $0.shown?.isEmpty == false }
            proofs[index].level = isMatched ? .matched : .executed
            proofs[index].tools += tools
            proofs[index].claims.append("run in the sandbox")
            if isMatched { proofs[index].claims.append("prints what the page shows") }
            proofs[index].output = output
        }
    }

    private func end(_ outcome: SandboxOutcome, _ unit: Unit) -> Diagnostic {
        let errors = ShellRun.lastLines(outcome.errors)
        let place = unit.script.origin(of: unit.range)
        switch outcome.end {
        case .exited(let code): return ShellFails.found(code: Int(code), errors: errors, at: place)
        case .signalled(let signal): return ShellFails.ended("was ended by signal \(signal)", errors: errors, at: place)
        default:
            let how =
                outcome.exceeded.isEmpty
                ? "did not come to its end" : "was ended: " + outcome.exceeded.joined(separator: ", ")
            return ShellFails.ended(how, errors: errors, at: place)
        }
    }

    /// The whole command that ends in a line: bash tells the last line of a pipe only.
    private func origin(_ line: Int, of unit: Unit) -> PositionMap.Origin {
        let code = unit.script.code
        let before = code[..<unit.range.lowerBound].count { $0 == 0x0A }
        var range = unit.script.range(line: before + line)
        let joins = [UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "&")]
        for above in stride(from: before + line - 1, to: before, by: -1) {
            let upper = unit.script.range(line: above)
            guard let last = code[upper].last, joins.contains(last) else { break }
            range = upper.lowerBound..<range.upperBound
        }
        return unit.script.origin(of: range)
    }

    private func difference(_ printed: [UInt8], _ snippet: Snippet, _ shown: Range<Int>) -> Diagnostic? {
        let expected = Array(snippet.code[shown])
        switch OutputComparison(expected: expected, printed: printed).difference {
        case nil: return nil
        case .line(let range, let printed):
            let place = shown.lowerBound + range.lowerBound..<shown.lowerBound + range.upperBound
            return ShellOutputDiffers.found(printed: printed ?? "", at: snippet.origin(of: place))
        case .more(let lines):
            let end = max(0, shown.upperBound - 1)
            return ShellOutputDiffers.more(lines, at: snippet.origin(of: end..<end))
        }
    }
}
