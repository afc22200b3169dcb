import Configuration
import Diagnostics

/// What checkers work with: the project's files, the snippets, and the programs of this machine.
public struct Workbench: Sendable {
    public let files: ProjectFiles
    public let configuration: Configuration
    /// All snippets in reading order.
    public let snippets: [Snippet]
    public let toolbox: Toolbox

    public init(files: ProjectFiles, configuration: Configuration, snippets: [Snippet], toolbox: Toolbox) {
        self.files = files
        self.configuration = configuration
        self.snippets = snippets
        self.toolbox = toolbox
    }

    /// The snippet of a name.
    public func snippet(_ id: String) -> Snippet? { snippets.first { $0.id == id } }
}
