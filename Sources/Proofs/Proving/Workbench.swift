import Configuration
import Diagnostics

/// What checkers work with: the project's files, the snippets, and the programs of this machine.
public struct Workbench: Sendable {
    public let files: ProjectFiles
    public let configuration: Configuration
    /// All snippets in reading order.
    public let snippets: [Snippet]
    public let toolbox: Toolbox
    /// The version of Galley.
    public let version: String
    let digests = FileDigests()

    public init(
        files: ProjectFiles, configuration: Configuration, snippets: [Snippet], toolbox: Toolbox, version: String = ""
    ) {
        self.files = files
        self.configuration = configuration
        self.snippets = snippets
        self.toolbox = toolbox
        self.version = version
    }

    /// The snippet of a name.
    public func snippet(_ id: String) -> Snippet? { snippets.first { $0.id == id } }

    /// Files that stand behind a snippet's attributes: what its services and its dataset are made of.
    func filesBehind(_ snippet: Snippet) -> [String] { [] }
}
