import Configuration
import Diagnostics
import Foundation
import Testing

/// The configuration that the README shows, with all keys, is one.
@Suite struct ReadmeTests {
    @Test func theConfigurationInTheReadmeDecodes() throws {
        let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("README.md")
        let text = try String(contentsOf: readme, encoding: .utf8)
        let start = try #require(text.range(of: "```yaml\nsite:"))
        let end = try #require(text.range(of: "```", range: start.upperBound..<text.endIndex))
        let yaml = "site:" + text[start.upperBound..<end.lowerBound]
        var findings: [Diagnostic] = []
        let configuration = Configuration(SourceFile(path: "galley.yml", text: yaml), into: &findings)
        #expect(findings.isEmpty, "\(findings.map(\.message))")
        #expect(configuration?.publications.first?.markdown?.value == "docs/production/loki_integration.md")
        #expect(configuration?.redirects.count == 2)
        #expect(configuration?.limits.fragment == 20_000_000)
    }
}
