@testable import LogQL

/// An entry for templates to be rendered over.
struct Entry: TemplateContext {
    var labels: [String: String] = [:]
    var line = ""
    var timestamp: Int64 = 1_700_000_000_123_456_789

    func appendLabel(_ name: TemplateName, to output: inout [UInt8]) -> Bool {
        guard let value = labels[name.text] else { return false }
        output += value.utf8
        return true
    }

    var labelNames: [[UInt8]] { labels.keys.map { Array($0.utf8) } }

    func appendLine(to output: inout [UInt8]) { output += line.utf8 }

    /// What the template makes, or the text of the error.
    func render(_ template: Template) -> String {
        var output: [UInt8] = []
        do throws(TemplateError) {
            try template.render(self, into: &output)
            return String(decoding: output, as: UTF8.self)
        } catch {
            return error.text
        }
    }
}
