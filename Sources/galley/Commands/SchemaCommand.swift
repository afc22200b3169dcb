import ArgumentParser
import Configuration

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of galley.yml, which lets editors complete and check it.",
        discussion: """
            Editors with the YAML language server find it by a first line in galley.yml:
              # yaml-language-server: $schema=galley.schema.json
            """)

    func run() { StandardStream.output.write(Configuration.schema.text() + "\n") }
}
