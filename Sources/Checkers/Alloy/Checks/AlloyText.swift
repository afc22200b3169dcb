import Diagnostics

/// A configuration of Alloy with its place in the author's files.
struct AlloyText {
    let source: [UInt8]
    let map: PositionMap
    let body: [AlloyStatement]
    let errors: [AlloySyntaxError]
    /// Comments that stand for something left out: `// …`.
    let elisions: [Range<Int>]

    init(_ source: [UInt8], map: PositionMap) {
        self.source = source
        self.map = map
        (body, errors, elisions) = AlloyParser.read(source)
    }

    /// Whether something is left out of a block.
    func isElided(_ range: Range<Int>) -> Bool { elisions.contains { range.contains($0.lowerBound) } }

    func origin(_ range: Range<Int>) -> PositionMap.Origin { map.origin(of: range) }
    func span(_ range: Range<Int>) -> Span { map.origin(of: range).span }

    /// What is wrong with the syntax, as findings.
    var syntaxFindings: [Diagnostic] {
        errors.map { AlloySyntax.found($0, at: origin($0.range), opener: $0.opener.map(span)) }
    }

    /// The place of a part of a string's decoded bytes.
    func origin(_ range: Range<Int>, in string: AlloyString) -> PositionMap.Origin {
        string.map(in: source, over: map).origin(of: range)
    }

    /// The place of a string without its quotes; with them where it is empty.
    func inside(_ string: AlloyString) -> PositionMap.Origin {
        origin(string.inner.isEmpty ? string.range : string.inner)
    }
}
