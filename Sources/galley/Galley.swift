import ArgumentParser
import CMalloc
import Glibc

/// The program: reads flags, calls the library, prints.
@main
struct Galley: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "galley",
        abstract: "Builds documentation sites and proves what they print.",
        discussion: """
            Exit codes: 0 no finding, 1 findings, 2 wrong usage or configuration, 3 a fault of galley's own.
            Findings go to standard output, progress and summaries to standard error.
            """,
        version: version,
        subcommands: [
            InitCommand.self, BuildCommand.self, ServeCommand.self, CheckCommand.self, SnippetsCommand.self,
            ExplainCommand.self, DoctorCommand.self, LogQLCommand.self, ReportCommand.self, ThemeCommand.self,
            SchemaCommand.self,
        ])

    /// Maps the parser's own exit codes to ours.
    static func main() async {
        // Large pieces of memory go back to the system when they are free. By itself the library raises this limit to the size of
        // the largest piece, and what a whole guide took stays with the program.
        _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            Glibc.exit(code.rawValue)
        } catch let refusal as Refusal {
            end(refusal)
        } catch {
            if let refusal = Refusal(unknownCommandIn: CommandLine.arguments.dropFirst()) { end(refusal) }
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code == .success {
                StandardStream.output.write(text.hasSuffix("\n") ? text : text + "\n")
                Glibc.exit(0)
            }
            StandardStream.errors.write(text.hasSuffix("\n") ? text : text + "\n")
            Glibc.exit(code == .validationFailure ? RunCode.usage.rawValue : RunCode.fault.rawValue)
        }
    }

    private static func end(_ refusal: Refusal) -> Never {
        StandardStream.errors.write(refusal.text)
        Glibc.exit(RunCode.usage.rawValue)
    }
}

/// How a run ends.
enum RunCode: Int32 {
    case clean = 0
    case findings = 1
    case usage = 2
    case fault = 3

    var exit: ExitCode { ExitCode(rawValue) }
}
