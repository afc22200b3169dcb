import ArgumentParser
import Diagnostics
import Glibc

extension OutputFormat: ExpressibleByArgument {}

/// What all commands that find something take.
struct CommonOptions: ParsableArguments {
    enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @Option(name: .customLong("config"), help: ArgumentHelp("The configuration of the site.", valueName: "file"))
    var configurationPath = "galley.yml"

    @Option(help: "How findings are told.")
    var format = OutputFormat.text

    @Option(help: ArgumentHelp("Write findings to a file instead of standard output.", valueName: "file"))
    var output: String?

    @Option(help: "Whether text is colored; auto looks at the terminal and at NO_COLOR.")
    var color = Color.auto

    @Option(help: ArgumentHelp("How many tasks run at a time (default: one for each core).", valueName: "count"))
    var jobs: Int?

    @Flag(name: .shortAndLong, help: "Print findings only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Tell more of what is done.")
    var verbose = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    /// The number of tasks that run at a time.
    var width: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Whether what is written to standard output may hold escapes of color.
    var isColored: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: output == nil && isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
        }
    }
}
