import Diagnostics

/// An author's word that a finding is to be let pass, with the reason:
/// `<!-- galley-allow links/anchor-missing: the page makes it at run time -->`, with `until=2027-01-31` after the rule where
/// it is to end.
///
/// It stands on a line of its own and holds for the block that follows: a heading's line, a whole fence, else all lines up
/// to the next blank one. It is not published.
public struct Suppression: Sendable, Hashable {
    public let rule: RuleID
    public let reason: String
    /// The last day on which it holds.
    public let until: CalendarDate?
    /// The comment.
    public let span: Span
    public let includedFrom: [Span]
    /// The block that it holds for, in the author's file.
    public let covered: Span
    /// Where the rule's name stands.
    public let ruleSpan: Span

    /// Whether a finding is one that this lets pass, apart from its date.
    public func covers(_ finding: Diagnostic) -> Bool {
        finding.rule == rule && ([finding.span] + finding.includedFrom).contains(where: touchesCovered)
    }

    private func touchesCovered(_ other: Span) -> Bool {
        guard other.file == covered.file else { return false }
        return other.range.overlaps(covered.range)
            || (covered.range.lowerBound...covered.range.upperBound).contains(other.range.lowerBound)
    }
}

// MARK: - Reading

extension Suppression {
    private static let opening: StaticString = "<!-- galley-allow"

    /// Finds the comments, and takes their lines out of the text.
    static func takeOut(
        of text: MappedText, into report: inout [Diagnostic]
    ) -> (text: MappedText, suppressions: [Suppression]) {
        guard text.bytes[...].contains("galley-allow") else { return (text, []) }
        let lines = BlockScan.lines(of: text.bytes)
        var suppressions: [Suppression] = []
        var builder = TextBuilder()
        var start = 0
        for (index, line) in lines.enumerated() where isComment(line, in: text.bytes) {
            if let suppression = read(line, covering: covered(after: index, lines, text.bytes), of: text, into: &report)
            {
                suppressions.append(suppression)
            }
            builder.copy(start..<line.range.lowerBound, of: text)
            start = min(line.range.upperBound + 1, text.bytes.count)
        }
        builder.copy(start..<text.bytes.count, of: text)
        return (builder.build(fallback: text.map.origin(at: 0).span), suppressions)
    }

    private static func isComment(_ line: BlockLine, in bytes: [UInt8]) -> Bool {
        guard line.kind == .html else { return false }
        let content = bytes[line.content..<line.range.upperBound]
        return content.offset(of: "<!--") == line.content
            && content.dropFirst(4).drop(while: \.isBlank).offset(of: "galley-allow")
                == line.content + 4 + content.dropFirst(4).prefix(while: \.isBlank).count
    }

    private static func covered(after index: Int, _ lines: [BlockLine], _ bytes: [UInt8]) -> Range<Int> {
        let end = lines[index].range.upperBound
        guard let first = lines[(index + 1)...].firstIndex(where: { $0.kind != .blank && !isComment($0, in: bytes) })
        else { return end..<end }
        var last = first
        if lines[first].kind != .heading {
            let isCode = lines[first].kind == .code
            while last + 1 < lines.count {
                let next = lines[last + 1]
                guard isCode ? next.kind == .code && next.block == lines[first].block : next.kind != .blank else {
                    break
                }
                last += 1
            }
        }
        return lines[first].range.lowerBound..<lines[last].range.upperBound
    }

    private static func read(
        _ line: BlockLine, covering covered: Range<Int>, of text: MappedText, into report: inout [Diagnostic]
    ) -> Suppression? {
        let bytes = text.bytes
        let origin = text.map.origin(of: line.content..<line.range.upperBound)
        guard let close = bytes[line.content..<line.range.upperBound].offset(of: "-->"),
            bytes[(close + 3)..<line.range.upperBound].allSatisfy(\.isBlank),
            let name = bytes[line.content..<close].offset(of: "galley-allow").map({ $0 + 12 })
        else {
            report.append(SuppressionMalformed.notAlone(at: origin))
            return nil
        }
        let rest = bytes[name..<close]
        let head = rest.prefix { $0 != UInt8(ascii: ":") }
        let words = head.split(whereSeparator: \.isBlank)
        let reason = String(decoding: rest.dropFirst(head.count + 1), as: UTF8.self).trimmed
        guard let rule = words.first, rule.contains(UInt8(ascii: "/")) else {
            report.append(SuppressionMalformed.noRule(at: origin))
            return nil
        }
        let ruleOrigin = text.map.origin(of: rule.startIndex..<rule.endIndex)
        var until: CalendarDate?
        for word in words.dropFirst() {
            let setting = String(decoding: word, as: UTF8.self)
            until = setting.hasPrefix("until=") ? CalendarDate(setting.dropFirst(6)) : nil
            guard until != nil else {
                report.append(
                    SuppressionMalformed.word(setting, at: text.map.origin(of: word.startIndex..<word.endIndex)))
                return nil
            }
        }
        let id = RuleID(String(decoding: rule, as: UTF8.self))
        guard !reason.isEmpty else {
            report.append(SuppressionWithoutReason.finding(id, at: origin))
            return nil
        }
        return Suppression(
            rule: id, reason: reason, until: until, span: origin.span, includedFrom: origin.includedFrom,
            covered: text.map.origin(of: covered).span, ruleSpan: ruleOrigin.span)
    }
}

extension String {
    fileprivate var trimmed: String {
        let bytes = utf8.drop(while: \.isSpaceCharacter).reversed().drop(while: \.isSpaceCharacter).reversed()
        return String(decoding: Array(bytes), as: UTF8.self)
    }
}
