import ArgumentParser

@main
struct Galley: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "galley", abstract: "Builds documentation sites and proves what they print.")
}
