import Glibc

/// An aggregation over series: `sum by (level) (…)`.
final class VectorSource: StepSource {
    private struct Group {
        let labels: Int32
        var value: Double
        var mean: Double
        var count = 1.0
        /// Of `topk` and its like: the samples that are kept.
        var samples: [StepSample] = []
    }

    private let operation: String
    private let parameter: Int
    private let grouping: Grouping?
    private let operand: any StepSource
    private let table: LabelTable
    /// By the number of a sample's labels: that of its group's.
    private var groups: [Int32: Int32] = [:]

    init(_ aggregation: VectorAggregation, _ operand: any StepSource, _ table: LabelTable) {
        // An estimate in Loki; exact is within its bounds.
        operation = aggregation.operation == "approx_topk" ? "topk" : aggregation.operation
        parameter = aggregation.parameter ?? 0
        grouping = aggregation.grouping
        self.operand = operand
        self.table = table
    }

    func samples(at step: Int, time: Int64) throws(EngineError) -> [StepSample] {
        let input = try operand.samples(at: step, time: time)
        var order: [Int32: Int] = [:]
        var result: [Group] = []
        for sample in input {
            let number = group(of: sample.labels)
            if let index = order[number] {
                add(sample, to: &result[index])
            } else {
                order[number] = result.count
                result.append(first(sample, number))
            }
        }
        return result.flatMap(finished)
    }

    private func group(of labels: Int32) -> Int32 {
        if let group = groups[labels] { return group }
        let set = table[labels].labels
        let names = grouping?.labels ?? []
        let kept =
            grouping?.isWithout ?? false
            ? set.filter { !names.contains($0.name) && $0.name != "__name__" && !$0.value.isEmpty }
            : set.filter { names.contains($0.name) }
        let number = table.number(of: LabelSet(kept))
        groups[labels] = number
        return number
    }

    private var keepsSamples: Bool { ["topk", "bottomk", "sort", "sort_desc"].contains(operation) }

    private func first(_ sample: StepSample, _ number: Int32) -> Group {
        var group = Group(labels: number, value: sample.value, mean: sample.value)
        if operation == "stddev" || operation == "stdvar" { group.value = 0 }
        if keepsSamples { group.samples = [sample] }
        return group
    }

    private func add(_ sample: StepSample, to group: inout Group) {
        switch operation {
        case "sum": group.value += sample.value
        case "avg":
            group.count += 1
            group.mean += (sample.value - group.mean) / group.count
        case "max": if group.value < sample.value || group.value.isNaN { group.value = sample.value }
        case "min": if group.value > sample.value || group.value.isNaN { group.value = sample.value }
        case "count": group.count += 1
        case "stddev", "stdvar":
            group.count += 1
            let delta = sample.value - group.mean
            group.mean += delta / group.count
            group.value += delta * (sample.value - group.mean)
        default: group.samples.append(sample)
        }
    }

    private func finished(_ group: Group) -> [StepSample] {
        let value: Double
        switch operation {
        case "avg": value = group.mean
        case "count": value = group.count
        case "stddev": value = (group.value / group.count).squareRoot()
        case "stdvar": value = group.value / group.count
        case "topk", "sort_desc", "bottomk", "sort": return ordered(group.samples)
        default: value = group.value
        }
        return [StepSample(labels: group.labels, value: value)]
    }

    /// The largest first, or the smallest; what is no number comes last, and is the first to be left out.
    private func ordered(_ samples: [StepSample]) -> [StepSample] {
        let isDescending = operation == "topk" || operation == "sort_desc"
        let sorted = samples.enumerated().sorted { first, second in
            let (left, right) = (first.element.value, second.element.value)
            if left.isNaN || right.isNaN {
                return left.isNaN == right.isNaN ? first.offset < second.offset : right.isNaN
            }
            if left == right { return first.offset < second.offset }
            return isDescending ? left > right : left < right
        }.map(\.element)
        return operation.hasPrefix("sort") ? sorted : Array(sorted.prefix(max(0, parameter)))
    }
}

/// `label_replace`
final class LabelReplaceSource: StepSource {
    private let replace: LabelReplace
    private let operand: any StepSource
    private let regex: Regex
    private let table: LabelTable
    private var numbers: [Int32: Int32] = [:]

    init(_ replace: LabelReplace, _ operand: any StepSource, _ table: LabelTable) throws(EngineError) {
        self.replace = replace
        self.operand = operand
        self.table = table
        do {
            regex = try PipelineError.regex("^(?:\(replace.regex))$")
        } catch {
            throw EngineError(message: error.message)
        }
    }

    func samples(at step: Int, time: Int64) throws(EngineError) -> [StepSample] {
        try operand.samples(at: step, time: time).map { StepSample(labels: replaced($0.labels), value: $0.value) }
    }

    private func replaced(_ labels: Int32) -> Int32 {
        if let number = numbers[labels] { return number }
        let set = table[labels]
        var source = set[replace.source] ?? ""
        var places: [Int] = []
        var number = labels
        let value = source.withUTF8 { text -> String? in
            guard regex.find(text, places: &places) else { return nil }
            return RegexExpansion(replace.replacement).text(text, places, regex.groupNames)
        }
        if let value {
            var others = set.labels.filter { $0.name != replace.destination && !$0.value.isEmpty }
            if !value.isEmpty { others.append(Label(name: replace.destination, value: value)) }
            number = table.number(of: LabelSet(others))
        }
        numbers[labels] = number
        return number
    }
}
