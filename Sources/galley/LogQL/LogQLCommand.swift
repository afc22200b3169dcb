import ArgumentParser

/// Commands about queries of Grafana Loki.
struct LogQLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logql", abstract: "Work with queries of Grafana Loki.",
        discussion: """
            Files are read by their names: fences `logql` of .md, `expr` of the rules in .yaml and .yml, and \
            queries in all others, one to a file or several with a line `---` between them.
            """,
        subcommands: [
            LogQLParseCommand.self, LogQLFormatCommand.self, LogQLLintCommand.self, LogQLQueryCommand.self,
            LogQLServeCommand.self,
        ])
}
