import Diagnostics
import YAML

/// A code block of a fragment, with what its author asked to be proven of it.
public struct Snippet: Sendable {
    /// The stable name that the author gave, else the page's name, the nearest heading, and a number:
    /// `05-logql#filters/2`.
    public let id: String
    /// Whether the author gave the name.
    public let isNamed: Bool
    /// The path of the fragment whose page shows it.
    public let fragment: String
    /// The place among all snippets in reading order, from 0.
    public let number: Int
    /// The fence's first word in lower case; empty for a block without a language.
    public let language: String
    /// What the text is: the value of `as`.
    public let kind: Located<String>?
    /// The code in UTF-8: containers' prefixes and indentation taken off, each line ended by `\n`.
    public let code: [UInt8]
    /// Leads from bytes of `code` to the author's files.
    public let map: PositionMap
    /// Where the block is opened: the line of the fence, or of the include directive.
    public let opening: PositionMap.Origin
    /// What the fence's attributes ask for.
    public let request: ProofRequest
    /// The `output` block behind it.
    public let output: ExpectedOutput?

    /// The code as text; bytes that are not UTF-8 are replaced.
    public var text: String { String(decoding: code, as: UTF8.self) }

    /// Where a range of bytes of `code` stands in the author's files.
    public func origin(of range: Range<Int>) -> PositionMap.Origin { map.origin(of: range) }

    public init(
        id: String, isNamed: Bool, fragment: String, number: Int, language: String, kind: Located<String>?,
        code: [UInt8], map: PositionMap, opening: PositionMap.Origin, request: ProofRequest, output: ExpectedOutput?
    ) {
        self.id = id
        self.isNamed = isNamed
        self.fragment = fragment
        self.number = number
        self.language = language
        self.kind = kind
        self.code = code
        self.map = map
        self.opening = opening
        self.request = request
        self.output = output
    }
}

/// What a fence's attributes ask for.
public struct ProofRequest: Sendable {
    /// The least level asked for.
    public var level: Located<ProofLevel>?
    /// The name of the dataset that it runs on.
    public var data: Located<String>?
    /// The time that a query is asked over; nil for one moment.
    public var window: Located<QueryWindow>?
    /// The services that it needs.
    public var needs: [Located<String>] = []
    /// Snippets of one session share a shell or a database in document order.
    public var session: Located<String>?
    /// The file that the text is a part of, as a path of the project.
    public var container: Located<String>?
    /// The rule that must refuse it.
    public var bad: Located<RuleID>?
    /// The snippet that must be measured better.
    public var slowerThan: Located<String>?
    /// Why it is not proven.
    public var skip: Located<String>?
    /// The last day on which it may go unproven.
    public var until: Located<CalendarDate>?
    public var isHidden = false

    public init() {}
}

/// What `range=` and `step=` say: how long before the dataset's `now` a query begins, and how far apart its values are.
public struct QueryWindow: Sendable, Hashable {
    /// In nanoseconds.
    public let range: Int64
    public let step: Int64

    public init(range: Int64, step: Int64) {
        self.range = range
        self.step = step
    }
}

/// The `output` block behind a snippet.
public struct ExpectedOutput: Sendable {
    /// In UTF-8, each line ended by `\n`.
    public let text: [UInt8]
    /// Leads from bytes of `text` to the author's files.
    public let map: PositionMap
    public let opening: PositionMap.Origin

    public init(text: [UInt8], map: PositionMap, opening: PositionMap.Origin) {
        self.text = text
        self.map = map
        self.opening = opening
    }
}
