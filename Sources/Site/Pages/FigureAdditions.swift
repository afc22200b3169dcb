import Markup

/// What a preview adds to the code blocks of a page, and a build does not.
public struct FigureAdditions: Sendable {
    /// What has been proven, as it is known now; it takes the place of what the sources hold.
    public var evidence: EvidenceLedger?
    /// Further attributes of a block's figure.
    public var attributes: @Sendable (Chapter, CodeBlock) -> [(name: String, value: String)]
    /// Writes what stands below a block, behind its proof.
    public var footer: @Sendable (Chapter, CodeBlock, inout [UInt8]) -> Void

    public init(
        evidence: EvidenceLedger?,
        attributes: @escaping @Sendable (Chapter, CodeBlock) -> [(name: String, value: String)],
        footer: @escaping @Sendable (Chapter, CodeBlock, inout [UInt8]) -> Void
    ) {
        self.evidence = evidence
        self.attributes = attributes
        self.footer = footer
    }

    func add(to options: inout HTMLWriter.Options, of chapter: Chapter) {
        let (attributes, footer, proof) = (attributes, footer, options.figureFooter)
        options.figureAttributes = { attributes(chapter, $0) }
        options.figureFooter = { block, output in
            proof?(block, &output)
            footer(chapter, block, &output)
        }
    }
}
