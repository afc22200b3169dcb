/// One step that a line goes through.
class PipelineStage {
    /// Names of labels that the stage reads.
    var neededLabels: [String] { [] }

    /// Changes the line and its labels.
    /// - Parameters:
    ///   - line: what it is set to must live as long as the line does: a slice of it, or memory of the labels' arena.
    ///   - time: in nanoseconds since 1970.
    /// - Returns: whether the line is kept.
    func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool { true }
}

/// Line filters that stand side by side.
final class LineFilterStage: PipelineStage {
    private let tests: [TextTest]

    init(_ tests: [TextTest]) { self.tests = tests }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        for test in tests where !test.isMet(by: line) { return false }
        return true
    }
}

/// A label filter.
final class LabelFilterStage: PipelineStage {
    let condition: LabelCondition

    init(_ condition: LabelCondition) { self.condition = condition }

    override var neededLabels: [String] { condition.labels }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        condition.isMet(&labels)
    }
}
