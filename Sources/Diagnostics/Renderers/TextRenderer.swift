/// Findings for people: message, place, the author's line with carets, notes and help.
public struct TextRenderer: Renderer {
    let inColor: Bool

    public init(inColor: Bool) { self.inColor = inColor }

    public func render(_ report: Report) -> String {
        report.findings.map(render).joined(separator: "\n")
    }

    /// One finding, with a newline at its end.
    public func render(_ finding: Diagnostic) -> String {
        var lines = [
            styled("\(finding.severity.rawValue)[\(finding.rule)]", color(of: finding.severity))
                + styled(": \(finding.message)", .bold)
        ]
        let frames = [(finding.span, finding.label)] + finding.related.map { ($0.span, Optional($0.message)) }
        let margin = frames.map { String($0.0.end.line).count }.max() ?? 1
        for (index, frame) in frames.enumerated() {
            lines += frameLines(of: frame.0, label: frame.1, margin: margin, arrow: index == 0 ? "-->" : ":::")
        }
        let space = String(repeating: " ", count: margin)
        for directive in finding.includedFrom {
            lines.append("\(space) = included from \(Self.place(directive))")
        }
        lines += remark("note", finding.notes, space)
        lines += remark("help", finding.help.map { [$0] } ?? [], space)
        if let fix = finding.fix { lines += remark("fix", [fix.title], space) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func frameLines(of span: Span, label: String?, margin: Int, arrow: String) -> [String] {
        let space = String(repeating: " ", count: margin)
        let heading = styled("\(space)\(arrow) ", .blue) + Self.place(span)
        // An empty file has no line to show.
        guard !span.file.bytes.isEmpty else { return [heading] }
        let frame = CodeFrame(span)
        let number = String(frame.lineNumber)
        let padded = String(repeating: " ", count: margin - number.count) + number
        var text = label.map { " \($0)" } ?? ""
        if frame.furtherLines > 0 {
            text += " (and \(frame.furtherLines) more line\(frame.furtherLines == 1 ? "" : "s"))"
        }
        return [
            heading,
            styled("\(space) |", .blue),
            styled("\(padded) | ", .blue) + frame.line,
            styled("\(space) | ", .blue) + styled(frame.carets + text, .red),
        ]
    }

    private func remark(_ kind: String, _ texts: [String], _ space: String) -> [String] {
        texts.map { text in
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return styled("\(space) = ", .blue) + styled("\(kind): ", .bold)
                + lines.joined(separator: "\n\(space)   " + String(repeating: " ", count: kind.count + 2))
        }
    }

    static func place(_ span: Span) -> String {
        let start = span.start
        return "\(span.file.path):\(start.line):\(start.column)"
    }

    private enum Style: String {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case blue = "34"
        case cyan = "1;36"
    }

    private func color(of severity: Severity) -> Style {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .note: .cyan
        }
    }

    private func styled(_ text: String, _ style: Style) -> String {
        inColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
