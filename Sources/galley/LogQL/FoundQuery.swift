import Diagnostics
import LogQL
import Markup

/// A query in an author's file.
struct FoundQuery {
    /// What an author says of a query that is meant to be bad.
    enum Expectation: Equatable {
        case none
        /// `bad=RULE`: an example of what the rule finds.
        case finding(RuleID)
        /// `slower-than=…`: an example of a slow query, to be measured.
        case slow
    }

    var text: QueryText
    /// The time between two points in nanoseconds, where the file says it.
    var step: Int64?
    var expectation = Expectation.none
    /// Whether line breaks in it are the author's, so that it can be laid out anew.
    var keepsLines = true
    /// Whether it has its lines for itself, so that nothing stands before it.
    var ownsLines = false

    func expects(_ finding: Diagnostic) -> Bool {
        switch expectation {
        case .none: false
        case .finding(let rule): finding.rule == rule
        case .slow: finding.rule != Syntax.id
        }
    }
}

/// A file with its queries, in reading order.
struct QueryFile {
    let file: SourceFile
    /// Where the file is to be written; nil for standard input.
    let path: String?
    var queries: [FoundQuery] = []
    /// Suppressions outside of queries.
    var suppressions: [Suppression] = []
}

extension QueryFile {
    private static let separator = Array("---".utf8)

    /// The file itself, or its parts between lines `---`. A part without anything but blanks and comments is none.
    mutating func readPlain() {
        let map = PositionMap(identity: file)
        var start = 0
        for index in file.lineStarts.indices {
            let line = file.lineRange(index)
            guard file.bytes[line].elementsEqual(Self.separator) else { continue }
            addPlain(start..<line.lowerBound, map)
            start = index + 1 < file.lineStarts.count ? file.lineStarts[index + 1] : file.bytes.count
        }
        addPlain(start..<file.bytes.count, map)
    }

    private mutating func addPlain(_ range: Range<Int>, _ map: PositionMap) {
        var builder = PositionMap.Builder()
        builder.copy(range, of: map)
        let text = QueryText(Array(file.bytes[range]), map: builder.build(fallback: file.span(range)))
        if !text.isEmpty { queries.append(FoundQuery(text: text, ownsLines: true)) }
    }

    /// The fences `logql`, and the rules in fences with `as=loki-rules`.
    mutating func readMarkdown(_ files: ProjectFiles, into report: inout [Diagnostic]) {
        guard let fragment = FragmentText(file, in: files, into: &report) else { return }
        // What is wrong with the Markdown is told by the commands about sites.
        var unused: [Diagnostic] = []
        let document = Document.parse(fragment.text, map: fragment.map, into: &unused)
        suppressions = fragment.suppressions.filter { Linter.ruleIDs.contains($0.rule) }
        for block in document.codeBlocks {
            if block.language == "logql" {
                let text = QueryText(Array(block.body), map: block.map)
                queries.append(FoundQuery(text: text, expectation: Self.expectation(block.attributes)))
            } else if block.attributes?["as"]?.value == "loki-rules" {
                readRules(Array(block.body), block.map, into: &report)
            }
        }
    }

    private static func expectation(_ attributes: FenceAttributes?) -> FoundQuery.Expectation {
        if let rule = attributes?["bad"]?.value { return .finding(RuleID(rule)) }
        return attributes?.has("slower-than") == true ? .slow : .none
    }
}
