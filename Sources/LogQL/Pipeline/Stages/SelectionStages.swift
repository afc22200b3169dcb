/// A label of `drop` or `keep`.
private struct Selection {
    let name: Int32
    /// Nil where the name alone decides.
    let test: TextTest?

    init(_ matcher: NamedMatcher, _ names: inout NameTable) throws(PipelineError) {
        switch matcher {
        case .name(let name, _):
            self.name = names.number(name)
            test = nil
        case .matcher(let matcher):
            name = names.number(matcher.name)
            test = try TextTest.whole(matcher)
        }
    }
}

/// `drop`: takes labels away.
final class DropStage: PipelineStage {
    private let selections: [Selection]

    init(_ matchers: [NamedMatcher], _ names: inout NameTable) throws(PipelineError) {
        var selections: [Selection] = []
        for matcher in matchers { selections.append(try Selection(matcher, &names)) }
        self.selections = selections
    }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        for selection in selections {
            switch selection.name {
            case NameTable.error:
                if selection.test?.isMet(by: labels.error) ?? true { labels.error = .none }
            case NameTable.errorDetails:
                if selection.test?.isMet(by: labels.errorDetails) ?? true { labels.errorDetails = .none }
            default:
                let value = labels.value(selection.name)
                if selection.test?.isMet(by: value ?? .none) ?? (value != nil) { labels.delete(selection.name) }
            }
        }
        return true
    }
}

/// `keep`: takes all other labels away, but those that tell of errors.
final class KeepStage: PipelineStage {
    private let selections: [Selection]

    init(_ matchers: [NamedMatcher], _ names: inout NameTable) throws(PipelineError) {
        var selections: [Selection] = []
        for matcher in matchers { selections.append(try Selection(matcher, &names)) }
        self.selections = selections
    }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        let special = [NameTable.error, NameTable.errorDetails, NameTable.preserveError]
        for entry in labels.all() where !special.contains(entry.name) {
            let isKept = selections.contains {
                $0.name == entry.name && $0.test?.isMet(by: entry.value) ?? true
            }
            if !isKept { labels.delete(entry.name) }
        }
        return true
    }
}
