import Diagnostics
import Foundation
import FoundationXML
import TestSupport
import Testing

@Suite struct RendererTests {
    @Test(arguments: OutputFormat.allCases)
    func rendersEverything(format: OutputFormat) {
        let output = format.renderer(inColor: false).render(SampleReport.report)
        expectSnapshot(output, named: "everything.\(format.rawValue)")
    }

    @Test(arguments: OutputFormat.allCases)
    func rendersNothing(format: OutputFormat) {
        let output = format.renderer(inColor: false).render(Report(findings: [], version: "0.0.0"))
        expectSnapshot(output, named: "nothing.\(format.rawValue)")
    }

    @Test func colorsOnlyAddEscapes() {
        let colored = OutputFormat.text.renderer(inColor: true).render(SampleReport.report)
        let plain = OutputFormat.text.renderer(inColor: false).render(SampleReport.report)
        #expect(colored != plain)
        let stripped = colored.replacingOccurrences(of: "\u{1B}\\[[0-9;]*m", with: "", options: .regularExpression)
        #expect(stripped == plain)
    }

    @Test(arguments: [OutputFormat.json, .sarif])
    func isJSON(format: OutputFormat) throws {
        let output = format.renderer(inColor: false).render(SampleReport.report)
        let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        #expect(object?.isEmpty == false)
    }

    @Test func junitIsXML() throws {
        let output = OutputFormat.junit.renderer(inColor: false).render(SampleReport.report)
        let names = XMLNames()
        let parser = XMLParser(data: Data(output.utf8))
        parser.delegate = names
        #expect(parser.parse())
        #expect(names.counts["failure"] == 3)
        #expect(names.counts["testcase"] == 4)
    }

    @Test func findingsSaidTwiceAreShownOnce() {
        let finding = SampleReport.report.findings[0]
        #expect(Report(findings: [finding, finding], version: "0").findings.count == 1)
    }
}

private final class XMLNames: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        counts[name, default: 0] += 1
    }
}
