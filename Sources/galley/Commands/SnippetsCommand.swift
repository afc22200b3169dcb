import ArgumentParser

struct SnippetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snippets", abstract: "List, show, run and update the examples of the pages.",
        subcommands: [
            SnippetsListCommand.self, SnippetsShowCommand.self, SnippetsRunCommand.self, SnippetsUpdateCommand.self,
            SnippetsRecordCommand.self,
        ], defaultSubcommand: SnippetsListCommand.self)
}
