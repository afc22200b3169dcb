import Glibc

/// What an operator makes of two values.
enum BinaryOperator {
    static func isComparison(_ operation: String) -> Bool { ["==", "!=", ">", ">=", "<", "<="].contains(operation) }

    /// A comparison gives 1 or 0.
    static func value(_ operation: String, _ left: Double, _ right: Double) -> Double {
        switch operation {
        case "+": left + right
        case "-": left - right
        case "*": left * right
        case "/": right == 0 ? .nan : left / right
        case "%": right == 0 ? .nan : fmod(left, right)
        case "^": GoPower.pow(left, right)
        case "==": left == right ? 1 : 0
        case "!=": left != right ? 1 : 0
        case ">": left > right ? 1 : 0
        case ">=": left >= right ? 1 : 0
        case "<": left < right ? 1 : 0
        default: left <= right ? 1 : 0
        }
    }
}

/// A number beside series: `… > 5`.
final class LiteralSource: StepSource {
    private let operation: BinaryOperation
    private let literal: Double
    private let isLeft: Bool
    private let operand: any StepSource

    init(_ operation: BinaryOperation, _ literal: Double, isLeft: Bool, _ operand: any StepSource) {
        self.operation = operation
        self.literal = literal
        self.isLeft = isLeft
        self.operand = operand
    }

    func samples(at step: Int, time: Int64) throws(EngineError) -> [StepSample] {
        let name = operation.operation
        let keepsValue = BinaryOperator.isComparison(name) && !operation.returnsBool
        return try operand.samples(at: step, time: time).compactMap { sample in
            let value = BinaryOperator.value(
                name, isLeft ? literal : sample.value, isLeft ? sample.value : literal)
            // A comparison keeps those series that meet it, with their values.
            if keepsValue { return value == 1 ? sample : nil }
            return StepSample(labels: sample.labels, value: value)
        }
    }
}

/// Series beside series.
final class BinarySource: StepSource {
    private let operation: BinaryOperation
    private let left: any StepSource
    private let right: any StepSource
    private let table: LabelTable
    private var signatures: [Int32: Int32] = [:]

    init(_ operation: BinaryOperation, _ left: any StepSource, _ right: any StepSource, _ table: LabelTable) {
        self.operation = operation
        self.left = left
        self.right = right
        self.table = table
    }

    func samples(at step: Int, time: Int64) throws(EngineError) -> [StepSample] {
        let right = try self.right.samples(at: step, time: time)
        let left = try self.left.samples(at: step, time: time)
        switch operation.operation {
        case "and":
            let signatures = Set(right.map { signature($0.labels) })
            return left.filter { signatures.contains(signature($0.labels)) }
        case "unless":
            let signatures = Set(right.map { signature($0.labels) })
            return left.filter { !signatures.contains(signature($0.labels)) }
        case "or":
            let signatures = Set(left.map { signature($0.labels) })
            return left + right.filter { !signatures.contains(signature($0.labels)) }
        default: return try matched(left, right)
        }
    }

    /// The labels by which series are brought together.
    private func signature(_ labels: Int32) -> Int32 {
        if let signature = signatures[labels] { return signature }
        let names = operation.matching.labels ?? []
        let kept = table[labels].labels.filter {
            names.contains($0.name) == operation.matching.isOn && !$0.value.isEmpty
        }
        let signature = table.number(of: LabelSet(kept))
        signatures[labels] = signature
        return signature
    }

    private func matched(_ left: [StepSample], _ right: [StepSample]) throws(EngineError) -> [StepSample] {
        let isSwapped = operation.matching.cardinality == .oneToMany
        let (many, one) = isSwapped ? (right, left) : (left, right)
        var ones: [Int32: StepSample] = [:]
        for sample in one where ones.updateValue(sample, forKey: signature(sample.labels)) != nil {
            throw EngineError(
                message: "found duplicate series on the \(isSwapped ? "left" : "right") hand-side;"
                    + "many-to-many matching not allowed: matching labels must be unique on one side")
        }
        var seen: [Int32: Set<Int32>] = [:]
        var results: [StepSample] = []
        let name = operation.operation
        let keepsValue = BinaryOperator.isComparison(name) && !operation.returnsBool
        for sample in many {
            let signature = signature(sample.labels)
            guard let partner = ones[signature] else { continue }
            let labels = resultLabels(sample.labels, partner.labels)
            if operation.matching.cardinality == .oneToOne {
                if seen.updateValue([], forKey: signature) != nil {
                    throw EngineError(
                        message: "multiple matches for labels: many-to-one matching must be explicit "
                            + "(group_left/group_right)")
                }
            } else if !seen[signature, default: []].insert(labels).inserted {
                throw EngineError(
                    message: "multiple matches for labels: grouping labels must ensure unique matches")
            }
            let (first, second) = isSwapped ? (partner.value, sample.value) : (sample.value, partner.value)
            let value = BinaryOperator.value(name, first, second)
            if keepsValue {
                if value == 1 { results.append(StepSample(labels: labels, value: first)) }
            } else {
                results.append(StepSample(labels: labels, value: value))
            }
        }
        return results
    }

    private func resultLabels(_ many: Int32, _ one: Int32) -> Int32 {
        let matching = operation.matching
        let names = matching.labels ?? []
        var labels = table[many].labels.filter { !$0.value.isEmpty }
        if matching.cardinality == .oneToOne { labels.removeAll { names.contains($0.name) != matching.isOn } }
        for name in matching.included ?? [] {
            labels.removeAll { $0.name == name }
            if let value = table[one][name], !value.isEmpty { labels.append(Label(name: name, value: value)) }
        }
        return table.number(of: LabelSet(labels))
    }
}
