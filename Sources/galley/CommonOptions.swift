import ArgumentParser
import Diagnostics
import Glibc

extension OutputFormat: ExpressibleByArgument {}

/// What all commands that find something take.
struct ReportingOptions: ParsableArguments {
    enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @Option(help: "How findings are told.")
    var format = OutputFormat.text

    @Option(help: ArgumentHelp("Write findings to a file instead of standard output.", valueName: "file"))
    var output: String?

    @Option(help: "Whether text is colored; auto looks at the terminal and at NO_COLOR.")
    var color = Color.auto

    @Flag(name: .shortAndLong, help: "Print findings only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Tell more of what is done.")
    var verbose = false

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other") }
    }

    /// Whether what is written to standard output may hold escapes of color.
    var isColored: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: output == nil && isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
        }
    }
}

/// What all commands that work on a site take.
struct CommonOptions: ParsableArguments {
    @Option(name: .customLong("config"), help: ArgumentHelp("The configuration of the site.", valueName: "file"))
    var configurationPath = "galley.yml"

    @OptionGroup var reporting: ReportingOptions

    @Option(help: ArgumentHelp("How many tasks run at a time (default: one for each core).", valueName: "count"))
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    }

    /// The number of tasks that run at a time.
    var width: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
