import Configuration
import Diagnostics
import LogQL

/// The datasets of a project, each read when it is first asked for.
public actor DatasetShelf {
    private let settings: [String: ProofSettings.Dataset]
    private let files: ProjectFiles
    /// Nil for one that can't be read.
    private var read: [String: LoadedDataset?] = [:]
    /// What is wrong with the datasets that were read.
    public private(set) var findings: [Diagnostic] = []

    public init(_ settings: [ProofSettings.Dataset], files: ProjectFiles) {
        self.settings = Dictionary(settings.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        self.files = files
    }

    /// The dataset of a name; nil where there is none, or where none of its lines can be read.
    public func dataset(_ name: String) -> LoadedDataset? {
        if let known = read[name] { return known }
        guard let setting = settings[name] else { return nil }
        var dataset = Dataset()
        var bytes: [[UInt8]] = []
        for path in setting.files {
            switch files.file(path.value, limit: 200_000_000) {
            case .failure(let failure):
                findings.append(DatasetUnreadable.found(path.value, failure, at: path.origin))
            case .success(let file):
                for problem in DatasetReader().read(file.bytes, into: &dataset) {
                    findings.append(DatasetMalformed.finding(problem, at: file.span(problem.range)))
                }
                bytes.append(file.bytes)
            }
        }
        dataset.finish()
        var now = dataset.span?.upperBound ?? 0
        if let written = setting.now {
            if let time = TimeText.rfc3339(Array(written.value.utf8)) {
                now = time
            } else {
                findings.append(DatasetUnreadable.time(written.value, at: written.origin))
            }
        }
        guard dataset.lineCount > 0 else {
            read[name] = .some(nil)
            return nil
        }
        let loaded = LoadedDataset(name: name, data: dataset, now: now, files: setting.files.map(\.value))
        read[name] = loaded
        return loaded
    }
}

/// Lines of logs, and the moment that counts as now for queries on them.
public struct LoadedDataset: Sendable {
    public let name: String
    public let data: Dataset
    /// In nanoseconds since 1970.
    public let now: Int64
    /// The files that it was read from.
    public let files: [String]
}
