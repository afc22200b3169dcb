import Configuration
import Diagnostics
import Site

/// What checkers work with: the project's files, the snippets, and the programs of this machine.
public struct Workbench: Sendable {
    public let files: ProjectFiles
    public let configuration: Configuration
    /// All snippets in reading order.
    public let snippets: [Snippet]
    public let toolbox: Toolbox
    /// The version of Galley.
    public let version: String
    public let datasets: DatasetShelf
    public let services: ServiceDesk
    private let finding: SandboxFinding
    /// The day that suppressions and skips are held against.
    public let today: CalendarDate
    let digests = FileDigests()
    /// What a full address leads to in the site that the snippets are part of.
    public let published: @Sendable (String) -> PublishedAddress

    public init(
        files: ProjectFiles, configuration: Configuration, snippets: [Snippet], toolbox: Toolbox, version: String = "",
        today: CalendarDate = .today, services: [any Service] = [LokiService()],
        published: @escaping @Sendable (String) -> PublishedAddress = { _ in .elsewhere }
    ) {
        self.files = files
        self.configuration = configuration
        self.snippets = snippets
        self.toolbox = toolbox
        self.version = version
        self.today = today
        self.published = published
        self.services = ServiceDesk(services)
        finding = SandboxFinding(toolbox)
        datasets = DatasetShelf(configuration.proofs.datasets, files: files)
    }

    /// The sandbox of this machine, tried once; or why there is none.
    public var sandbox: Result<Sandbox, SandboxUnavailable> {
        get async { await finding.sandbox }
    }

    /// Ends what the run started.
    public func close() async { await services.close() }

    /// The snippet of a name.
    public func snippet(_ id: String) -> Snippet? { snippets.first { $0.id == id } }

    /// The dataset that a snippet is about: the one that it names, else the only one that there is.
    public func datasetName(for snippet: Snippet) -> String? {
        let datasets = configuration.proofs.datasets
        return snippet.request.data?.value ?? (datasets.count == 1 ? datasets[0].name.value : nil)
    }

    /// The files of the dataset that a snippet is about.
    public func datasetFiles(for snippet: Snippet) -> [String] {
        let name = datasetName(for: snippet)
        return configuration.proofs.datasets.filter { $0.name.value == name }.flatMap { $0.files.map(\.value) }
    }

    /// The metrics that a snippet names.
    public func series(for snippet: Snippet) -> ProofSettings.Series? {
        configuration.proofs.series.first { $0.name.value == snippet.request.data?.value }
    }

    /// Files that stand behind a snippet's attributes: what its services and its dataset are made of.
    func filesBehind(_ snippet: Snippet) -> [String] {
        let proofs = configuration.proofs
        var files: [String] = []
        var data = snippet.request.data.map { [$0.value] } ?? []
        for service in snippet.request.needs.map(\.value) {
            switch service {
            case _ where LokiService.Variant(rawValue: service) != nil:
                data += proofs.services.lokiData.map { [$0.value] } ?? []
            case "postgres": files += proofs.services.postgresFiles.map(\.value)
            case "nginx": files += proofs.services.nginxConfiguration.map { [$0.value] } ?? []
            default: break
            }
        }
        files += proofs.series.filter { data.contains($0.name.value) }.map(\.file.value)
        for dataset in proofs.datasets where data.contains(dataset.name.value) {
            files += dataset.files.map(\.value)
        }
        return files
    }
}
