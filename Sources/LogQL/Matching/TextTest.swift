import Glibc

/// What a line filter, or a label filter, asks of a text.
indirect enum TextTest {
    case always
    case notEmpty
    case contains([UInt8])
    /// With the needle in lower case.
    case containsIgnoringCase([UInt8])
    case equals([UInt8])
    case equalsIgnoringCase([UInt8])
    /// A part matches.
    case matches(Regex)
    case matchesWhole(Regex)
    case pattern(LinePattern)
    case address(AddressMatcher)
    case not(TextTest)
    case any([TextTest])
    case all([TextTest])

    func isMet(by text: Bytes) -> Bool {
        switch self {
        case .always: true
        case .notEmpty: !text.isEmpty
        case .contains(let part): part.withUnsafeBufferPointer { text.find($0) != nil }
        case .containsIgnoringCase(let part): CaseFold.contains(text, part)
        case .equals(let whole): whole.withUnsafeBufferPointer { text.equals($0) }
        case .equalsIgnoringCase(let whole): text.count == whole.count && CaseFold.contains(text, whole)
        case .matches(let regex): regex.matches(text)
        case .matchesWhole(let regex): regex.matchesWhole(text)
        case .pattern(let pattern): pattern.matches(text)
        case .address(let matcher): matcher.isFound(in: text)
        case .not(let test): !test.isMet(by: text)
        case .any(let tests): tests.contains { $0.isMet(by: text) }
        case .all(let tests): tests.allSatisfy { $0.isMet(by: text) }
        }
    }

    var isAlways: Bool { if case .always = self { true } else { false } }

    /// Loki drops a part that is met by every text from a choice, instead of the choice.
    static func either(_ first: TextTest, _ second: TextTest) -> TextTest {
        if first.isAlways { return second }
        if second.isAlways { return first }
        return .any([first, second])
    }

    func negated(_ isNegative: Bool) -> TextTest { isNegative ? .not(self) : self }
}

extension TextTest {
    /// A line filter with the alternatives of its `or`.
    static func line(_ filter: LineFilter) throws(PipelineError) -> TextTest {
        if filter.alternatives.count == 1, let only = filter.alternatives.first, only.isAddress {
            return .address(try AddressMatcher(only.text)).negated(filter.operation.isNegative)
        }
        // In a chain of `or` an address is a text like any other (Loki 3.7 loses that it was one).
        var test: TextTest?
        for part in filter.alternatives {
            let next = try line(part.text, filter.operation)
            test = test.map { either($0, next) } ?? next
        }
        return test ?? .always
    }

    private static func line(_ text: String, _ operation: LineFilter.Operator) throws(PipelineError) -> TextTest {
        let bytes = Array(text.utf8)
        let positive: TextTest =
            switch operation {
            case .contains, .containsNot: bytes.isEmpty ? .always : .contains(bytes)
            case .matches, .matchesNot:
                if let simple = RegexShape.simplified(text, isLabel: false) {
                    simple
                } else {
                    .matches(try PipelineError.regex(text))
                }
            case .pattern, .patternNot: .pattern(LinePattern(bytes))
            }
        return positive.negated(operation.isNegative)
    }

    /// A condition on a label's value in a pipeline. Here Loki takes some expressions apart: `=~"a.*"` is met by every value with
    /// an `a` in it.
    static func label(_ matcher: Matcher) throws(PipelineError) -> TextTest {
        let isNegative = matcher.operation == .notEqual || matcher.operation == .notMatches
        switch matcher.operation {
        case .equal, .notEqual: return .equals(Array(matcher.value.utf8)).negated(isNegative)
        case .matches, .notMatches:
            if let simple = RegexShape.simplified(matcher.value, isLabel: true) { return simple.negated(isNegative) }
            return .matchesWhole(try PipelineError.regex(matcher.value)).negated(isNegative)
        }
    }

    /// A matcher of a selector, of `drop` or of `keep`: the whole value, line breaks included.
    static func whole(_ matcher: Matcher) throws(PipelineError) -> TextTest {
        let isNegative = matcher.operation == .notEqual || matcher.operation == .notMatches
        switch matcher.operation {
        case .equal, .notEqual: return .equals(Array(matcher.value.utf8)).negated(isNegative)
        case .matches, .notMatches:
            return .matchesWhole(try PipelineError.regex("(?s:\(matcher.value))")).negated(isNegative)
        }
    }
}

/// Why a stage can't be made; queries that were validated have none.
struct PipelineError: Error {
    let message: String

    static func regex(_ text: String) throws(PipelineError) -> Regex {
        guard let regex = Regex(text) else { throw PipelineError(message: "no memory for a regular expression") }
        if let problem = regex.problem { throw PipelineError(message: problem) }
        return regex
    }
}

/// Letters without regard to case.
enum CaseFold {
    /// - Parameter part: in lower case.
    static func contains(_ text: Bytes, _ part: [UInt8]) -> Bool {
        guard let first = part.first else { return true }
        guard part.count <= text.count else { return false }
        if part.allSatisfy({ $0 < 0x80 }) {
            for start in 0...(text.count - part.count) where lower(text[start]) == first {
                var index = 1
                while index < part.count, lower(text[start + index]) == part[index] { index += 1 }
                if index == part.count { return true }
            }
            return false
        }
        // Letters beyond ASCII may change their length in bytes.
        return text.string.lowercased().utf8.withContiguousStorageIfAvailable { folded in
            part.withUnsafeBufferPointer { folded.find($0) != nil }
        } ?? false
    }

    static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }
}
