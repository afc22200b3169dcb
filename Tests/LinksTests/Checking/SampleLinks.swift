import Configuration
import Diagnostics
import TestSupport

@testable import Links
@testable import Site

/// Links as pages have them, with the text that they stand in.
struct SampleLinks {
    let file: SourceFile
    let links: [ExternalLink]

    /// - Parameter marked: a text with an address in each pair of marks.
    init(_ marked: String) {
        let text = MarkedText(marked)
        let file = text.file("content/a.md")
        self.file = file
        links = text.ranges.map { range in
            let origin = PositionMap(identity: file).origin(of: range)
            return ExternalLink(
                address: origin.span.text, origin: origin, definition: nil, replaceable: origin.span)
        }
    }

    /// The settings that a configuration with this section `links` has.
    static func settings(_ yaml: String) throws -> (settings: LinkSettings, file: SourceFile) {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
        let file = SourceFile(
            path: "galley.yml",
            text: """
                site: {title: A}
                publications: [{id: a, title: A, source: content, navigation: [{title: A, pages: [a.md]}]}]
                links:
                \(lines.joined(separator: "\n"))

                """)
        var findings: [Diagnostic] = []
        guard let configuration = Configuration(file, into: &findings), findings.isEmpty else {
            throw Problem(description: findings.map(\.message).joined(separator: "; "))
        }
        return (configuration.links, file)
    }

    struct Problem: Error, CustomStringConvertible { let description: String }
}
