import Diagnostics

/// The documents of a YAML text.
public struct YAMLStream: Sendable {
    /// Nodes may be nested this deep, aliases followed.
    public static let maximumDepth = 100
    /// Aliases may add this many nodes to a text.
    public static let maximumAliasedNodes = 100_000

    /// The root of each document, in order. An empty text has none.
    public let documents: [YAMLNode]
    public let text: YAMLText
    /// Whether the text was read to its end. Where it was not, `report` has an error, and what was read is not to be
    /// judged as if it were the whole.
    public let isComplete: Bool

    /// Reads a whole file.
    public init(_ file: SourceFile, into report: inout [Diagnostic]) {
        self.init(bytes: file.bytes, map: PositionMap(identity: file), into: &report)
    }

    /// Reads a text taken from a file, such as the front matter of a fragment or a fence.
    public init(bytes: [UInt8], map: PositionMap, into report: inout [Diagnostic]) {
        text = YAMLText(bytes: bytes, map: map)
        var composer = YAMLComposer(text)
        let problem = YAMLEvent.read(bytes) { composer.take($0) }
        if let problem { composer.report.append(YAMLProblem(problem, in: text).diagnostic) }
        documents = composer.documents
        isComplete = problem == nil && !composer.isRefused
        report += composer.report
    }
}
