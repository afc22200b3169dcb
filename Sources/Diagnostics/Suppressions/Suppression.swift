/// An author's word that a finding is to be let pass, with the reason:
/// `galley-allow links/anchor-missing: the page makes it at run time`, with `until=2027-01-31` after the rule where it is to
/// end, in a comment of the language that the author writes.
public struct Suppression: Sendable, Hashable {
    public let rule: RuleID
    public let reason: String
    /// The last day on which it holds.
    public let until: CalendarDate?
    /// The comment.
    public let span: Span
    public let includedFrom: [Span]
    /// What it holds for, in the author's file.
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
    /// The word that makes a suppression of a comment.
    public static let keyword = "galley-allow"

    /// The comments that hold suppressions, one for each language.
    public enum Comment: Sendable {
        /// `<!-- galley-allow RULE: reason -->`
        case markup
        /// `# galley-allow RULE: reason`
        case line

        /// A suppression in this kind of comment, as help shows it.
        func form(_ text: String) -> String {
            switch self {
            case .markup: "`<!-- \(text) -->`"
            case .line: "`# \(text)`"
            }
        }
    }

    /// Reads what stands behind the word `galley-allow`. Nil where it can't hold; `report` then says why.
    ///
    /// - Parameters:
    ///   - words: the bytes of `text` behind the word, up to the end of the comment's text.
    ///   - map: where the bytes of `text` come from.
    ///   - comment: the whole comment.
    ///   - covered: what the suppression holds for.
    public init?(
        _ words: Range<Int>, of text: [UInt8], map: PositionMap, comment: Range<Int>, covering covered: Range<Int>,
        kind: Comment, into report: inout [Diagnostic]
    ) {
        let origin = map.origin(of: comment)
        let head = text[words].prefix { $0 != UInt8(ascii: ":") }
        let parts = head.split(whereSeparator: Self.isBlank)
        guard let rule = parts.first, rule.contains(UInt8(ascii: "/")) else {
            report.append(SuppressionMalformed.noRule(at: origin, kind: kind))
            return nil
        }
        var until: CalendarDate?
        for part in parts.dropFirst() {
            let setting = String(decoding: part, as: UTF8.self)
            until = setting.hasPrefix("until=") ? CalendarDate(setting.dropFirst(6)) : nil
            guard until != nil else {
                let place = map.origin(of: part.startIndex..<part.endIndex)
                report.append(SuppressionMalformed.word(setting, at: place, kind: kind))
                return nil
            }
        }
        let id = RuleID(String(decoding: rule, as: UTF8.self))
        let reason = Self.trimmed(text[head.endIndex..<words.upperBound].dropFirst())
        guard !reason.isEmpty else {
            report.append(SuppressionWithoutReason.finding(id, at: origin, kind: kind))
            return nil
        }
        self.rule = id
        self.reason = reason
        self.until = until
        span = origin.span
        includedFrom = origin.includedFrom
        self.covered = map.origin(of: covered).span
        ruleSpan = map.origin(of: rule.startIndex..<rule.endIndex).span
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: Array(bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed()), as: UTF8.self)
    }
}
