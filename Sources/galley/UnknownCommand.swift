import ArgumentParser
import Diagnostics

extension Refusal {
    /// The first word of a command line that stands for a command and is none; nil where all are.
    init?(unknownCommandIn arguments: some Sequence<String>) {
        var command: any ParsableCommand.Type = Galley.self
        var path = "galley"
        // `galley help check` names commands as well.
        for word in arguments where word != "help" {
            let known = command.configuration.subcommands
            // What follows an option may be its value; what follows the last command is an argument.
            guard !known.isEmpty, !word.hasPrefix("-") else { return nil }
            guard let next = known.first(where: { $0._commandName == word }) else {
                let near = Spelling.nearest(to: word, among: known.map { $0._commandName })
                self.init(
                    "there is no command `\(path) \(word)`",
                    help: near.map { "did you mean `\(path) \($0)`?" } ?? "`\(path) --help` lists the commands")
                return
            }
            command = next
            path += " \(word)"
        }
        return nil
    }
}
