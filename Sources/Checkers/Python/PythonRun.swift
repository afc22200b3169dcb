import Diagnostics
import Proofs

/// Runs Python in the sandbox: what the session ran before, then the snippet.
///
/// What stands below `if __name__ == "__main__"` is not run: it wants arguments and surroundings of its own.
struct PythonRun {
    let snippet: Snippet
    /// The code of earlier snippets of the session.
    let earlier: [UInt8]

    private static let mark = "galley-mark-5f1c02"
    /// Exit codes that say what stopped the run.
    private static let (missing, failed, broken): (Int32, Int32, Int32) = (81, 82, 83)

    private static let program = """
        import sys, traceback
        texts, sys.argv = sys.argv[1:], ["snippet.py"]
        names = {"__name__": "snippet", "__builtins__": __builtins__}
        for text, file in zip(texts, ["earlier", "snippet"]):
            if file == "snippet":
                print("\(mark)", flush=True)
            try:
                exec(compile(text, file, "exec"), names)
                sys.stdout.flush()
            except BaseException as error:
                sys.stdout.flush()
                if isinstance(error, SystemExit) and error.code in (None, 0):
                    sys.exit(0)
                if file == "earlier":
                    sys.exit(\(broken))
                lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
                words = [type(error).__name__] + [str(error)] * (str(error) != "")
                print("\(mark)", lines[0] if lines else 1, ": ".join(words), file=sys.stderr)
                if isinstance(error, ModuleNotFoundError):
                    print(error.name, file=sys.stderr)
                    sys.exit(\(missing))
                sys.exit(\(failed))
        """

    func command(_ files: [SandboxCommand.File]) -> SandboxCommand {
        let texts = [earlier, snippet.code].map { String(decoding: $0, as: UTF8.self) }
        var command = SandboxCommand(["python3", "-s", "-E", "-B", "-c", Self.program] + texts)
        command.files = files
        return command
    }

    /// Modules that the code imports, as files.
    var modules: Set<String> {
        let lines = String(decoding: earlier + snippet.code, as: UTF8.self).split(separator: "\n")
        var names: Set<String> = []
        for line in lines {
            let words = line.split { $0 == " " || $0 == "," || $0 == "\t" }
            guard words.count > 1, words[0] == "import" || words[0] == "from" else { continue }
            for word in words[0] == "from" ? words[1...1] : words[1...] {
                names.insert(word.split(separator: ".").joined(separator: "/") + ".py")
            }
        }
        return names
    }

    /// Adds to a proof what came of the run.
    func judge(_ outcome: SandboxOutcome, _ proof: inout Proof) {
        let mark = Array(Self.mark.utf8)
        if let start = outcome.output.firstRange(of: mark) {
            proof.output = Array(outcome.output[start.upperBound...].dropFirst())
        }
        let said = outcome.errors.firstRange(of: mark).map {
            String(decoding: outcome.errors[$0.upperBound...], as: UTF8.self).split(separator: "\n").map(String.init)
        }
        let printed = ShellRun.lastLines(
            Array(outcome.errors[..<(outcome.errors.firstRange(of: mark)?.lowerBound ?? outcome.errors.count)]))
        switch outcome.end {
        case .exited(0):
            proof.level = .executed
            proof.claims.append("run in the sandbox")
        case .exited(Self.missing):
            proof.shortfall = "not run: the module `\(said?.last ?? "")` is not installed"
        case .exited(Self.broken):
            proof.shortfall = "not run: an earlier snippet of its session fails"
        case .exited(Self.failed):
            let words = said?.first?.split(separator: " ", maxSplits: 1) ?? []
            let line = words.first.flatMap { Int($0) } ?? 1
            proof.findings.append(
                PythonFails.found(
                    words.count > 1 ? String(words[1]) : "it failed", errors: printed,
                    at: snippet.origin(of: snippet.range(line: line))))
        case .notStarted(let reason): proof.shortfall = "not run: \(reason)"
        default:
            let how = outcome.exceeded.isEmpty ? "it did not come to its end" : outcome.exceeded.joined(separator: ", ")
            proof.findings.append(
                PythonFails.found(how, errors: printed, at: snippet.origin(of: 0..<snippet.code.count)))
        }
    }
}
