/// Findings as workflow commands, which GitHub Actions shows beside the changed lines.
public struct GitHubRenderer: Renderer {
    public init() {}

    public func render(_ report: Report) -> String {
        report.findings.map(command).joined()
    }

    private func command(_ finding: Diagnostic) -> String {
        let kind = finding.severity == .note ? "notice" : finding.severity.rawValue
        let start = finding.span.start
        let end = finding.span.end
        var properties = ["file=\(Self.property(finding.span.file.path))", "line=\(start.line)"]
        // Columns are refused where a finding covers several lines.
        if end.line == start.line {
            properties += ["col=\(start.column)", "endColumn=\(end.column)"]
        } else {
            // A span that ends with a line break ends on the line before it.
            properties.append("endLine=\(end.column == 1 ? end.line - 1 : end.line)")
        }
        properties.append("title=\(Self.property(finding.rule.text))")
        var text = finding.message
        for note in finding.notes { text += "\n\(note)" }
        for directive in finding.includedFrom { text += "\nincluded from \(TextRenderer.place(directive))" }
        if let help = finding.help { text += "\n\(help)" }
        return "::\(kind) \(properties.joined(separator: ","))::\(Self.data(text))\n"
    }

    // The escapes of the runner's own library: in data the percent sign and line breaks, in properties also , and :.
    private static func data(_ text: String) -> String {
        text.reduce(into: "") { output, character in
            switch character {
            case "%": output += "%25"
            case "\r": output += "%0D"
            case "\n": output += "%0A"
            case "\r\n": output += "%0D%0A"
            default: output.append(character)
            }
        }
    }

    private static func property(_ text: String) -> String {
        data(text).reduce(into: "") { output, character in
            switch character {
            case ":": output += "%3A"
            case ",": output += "%2C"
            default: output.append(character)
            }
        }
    }
}
