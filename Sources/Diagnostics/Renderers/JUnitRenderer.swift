/// Findings in the XML that JUnit made common: a suite for each file, a failed case for each finding.
///
/// A run with no finding is one passed case, since several readers take an empty file for a broken run.
public struct JUnitRenderer: Renderer {
    public init() {}

    public func render(_ report: Report) -> String {
        let failures = report.findings.filter { $0.severity != .note }
        var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        let tests = max(report.findings.count, 1)
        output += "<testsuites name=\"galley\" tests=\"\(tests)\" failures=\"\(failures.count)\">\n"
        if report.findings.isEmpty {
            output += "  <testsuite name=\"galley\" tests=\"1\" failures=\"0\">\n"
            output += "    <testcase classname=\"galley\" name=\"no findings\"/>\n  </testsuite>\n"
        }
        for (path, findings) in Self.byFile(report.findings) {
            let failed = findings.filter { $0.severity != .note }.count
            output +=
                "  <testsuite name=\"\(Self.escaped(path))\" tests=\"\(findings.count)\" failures=\"\(failed)\">\n"
            for finding in findings { output += testCase(finding) }
            output += "  </testsuite>\n"
        }
        return output + "</testsuites>\n"
    }

    private func testCase(_ finding: Diagnostic) -> String {
        let start = finding.span.start
        let name = "\(finding.rule) at \(start.line):\(start.column)"
        let opening =
            "    <testcase classname=\"\(Self.escaped(finding.span.file.path))\" name=\"\(Self.escaped(name))\""
        let body = Self.escaped(TextRenderer(inColor: false).render(finding))
        guard finding.severity != .note else {
            return "\(opening)>\n      <system-out>\(body)</system-out>\n    </testcase>\n"
        }
        return """
            \(opening)>
                  <failure type="\(Self.escaped(finding.rule.text))" message="\(Self.escaped(finding.message))">\(body)</failure>
                </testcase>

            """
    }

    private static func byFile(_ findings: [Diagnostic]) -> [(String, [Diagnostic])] {
        var suites: [(String, [Diagnostic])] = []
        for finding in findings {
            if suites.last?.0 == finding.span.file.path {
                suites[suites.count - 1].1.append(finding)
            } else {
                suites.append((finding.span.file.path, [finding]))
            }
        }
        return suites
    }

    // XML 1.0 has no way to write most control characters, not even as references.
    static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "\t", "\n": output.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: output += "\u{FFFD}"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}
