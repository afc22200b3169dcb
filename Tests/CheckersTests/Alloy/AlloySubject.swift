import Diagnostics
import TestSupport
import Testing

@testable import Checkers

/// What is found in a configuration with its marks taken out: rule and text under each finding.
func findingsInAlloy(
    _ marked: String, in container: String? = nil
) -> (found: [CollectorFound], marked: MarkedText, claims: [String]) {
    let text = MarkedText(marked)
    let subject = AlloyText(text.bytes, map: PositionMap(identity: text.file("config.alloy")))
    let around = container.map {
        [AlloyText(Array($0.utf8), map: PositionMap(identity: SourceFile(path: "whole.alloy", text: $0)))]
    }
    let validation = AlloyValidation(subject, around: around ?? [], isWhole: container != nil)
    return (validation.findings.map(CollectorFound.init), text, validation.claims)
}

struct CollectorFound: Hashable, CustomStringConvertible {
    let rule: String
    let range: Range<Int>
    let description: String

    init(_ finding: Diagnostic) {
        rule = finding.rule.text
        range = finding.span.range
        description = "\(finding.rule) \(finding.span.range): \(finding.message) (\(finding.help ?? "no help"))"
    }
}

/// Expects one finding of the rule for each marked range, and no others.
func expectAlloy(
    _ rule: String, _ marked: String, in container: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
    let (found, text, _) = findingsInAlloy(marked, in: container)
    let places = found.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    #expect(
        found.allSatisfy { $0.rule == rule } && places == text.ranges, "\(found) for \(text.ranges)",
        sourceLocation: sourceLocation)
}
