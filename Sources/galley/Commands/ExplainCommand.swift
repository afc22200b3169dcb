import ArgumentParser
import Diagnostics

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Print the help page of a rule, or the list of all rules.")

    @Argument(help: "The rule's id, as findings show it: include/missing.")
    var rule: String?

    func run() throws {
        guard let rule else {
            let width = rulePages.map(\.id.text.count).max() ?? 0
            for page in rulePages {
                print(page.id.text + String(repeating: " ", count: width - page.id.text.count + 2) + page.summary)
            }
            return
        }
        guard let page = rulePages.first(where: { $0.id.text == rule }) else {
            let suggestion = Spelling.nearest(to: rule, among: rulePages.map(\.id.text))
            throw Refusal(
                "there is no rule `\(rule)`",
                help: suggestion.map { "did you mean `\($0)`?" } ?? "`galley explain` lists all")
        }
        print(page.markdown, terminator: "")
    }
}
