import Glibc

extension Parser {
    struct Operator {
        let precedence: Int
        var isRightAssociative = false
    }

    /// The operator that stands here, if any.
    var binaryOperator: Operator? {
        guard case .keyword(let keyword) = token.kind else { return nil }
        return switch keyword {
        case .or: Operator(precedence: 1)
        case .and, .unless: Operator(precedence: 2)
        case .compareEqual, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: Operator(precedence: 3)
        case .add, .subtract: Operator(precedence: 4)
        case .multiply, .divide, .modulo: Operator(precedence: 5)
        case .power: Operator(precedence: 6, isRightAssociative: true)
        default: nil
        }
    }

    struct Modifier {
        var returnsBool = false
        var matching = BinaryOperation.Matching()
    }

    /// `bool on (labels) group_left (labels)`
    mutating func modifier() throws -> Modifier {
        var modifier = Modifier()
        modifier.returnsBool = take(.bool)
        guard at(.on) || at(.ignoring) else { return modifier }
        modifier.matching.isOn = advance().is(.on)
        modifier.matching.labels = try labelList().labels
        if modifier.matching.labels?.isEmpty ?? false { modifier.matching.labels = nil }
        guard at(.groupLeft) || at(.groupRight) else { return modifier }
        modifier.matching.cardinality = advance().is(.groupLeft) ? .manyToOne : .oneToMany
        if at(.openParenthesis) {
            let included = try labelList().labels
            modifier.matching.included = included.isEmpty ? nil : included
        }
        return modifier
    }

    /// `(a, b)`
    mutating func labelList() throws -> (labels: [String], ranges: [Range<Int>]) {
        let opener = try expect(.openParenthesis)
        var labels: [String] = []
        var ranges: [Range<Int>] = []
        if take(.closeParenthesis) { return ([], []) }
        repeat {
            do {
                let label = try expectIdentifier("the name of a label")
                labels.append(label.text)
                ranges.append(label.range)
                guard at(.comma) || at(.closeParenthesis) else {
                    throw unexpected("`,` or `)`", opener: opener.range)
                }
            } catch {
                try resume(at: .comma)
            }
        } while take(.comma)
        _ = take(.closeParenthesis)
        return (labels, ranges)
    }

    /// Joins two sides. Two literals are computed at once, as Loki does.
    mutating func combine(
        _ left: Expression, _ sign: Token, _ modifier: Modifier, _ right: Expression
    ) -> MetricExpression {
        let name = sign.text.lowercased()
        let leftMetric = metric(beside: name, left)
        let rightMetric = metric(beside: name, right)
        if sign.is(.or) || sign.is(.and) || sign.is(.unless) {
            for case .literal(_, let range) in [leftMetric, rightMetric] {
                fail("found a number beside `\(name)`, expected a metric", range)
            }
        }
        let range = leftMetric.range.lowerBound..<rightMetric.range.upperBound
        if case .literal(let first, _) = leftMetric, case .literal(let second, _) = rightMetric {
            return .literal(Self.compute(name, first, second), range)
        }
        return .binary(
            BinaryOperation(
                operation: name, left: leftMetric, right: rightMetric, returnsBool: modifier.returnsBool,
                matching: modifier.matching, range: range, operatorRange: sign.range))
    }

    private mutating func metric(beside sign: String, _ expression: Expression) -> MetricExpression {
        if case .metric(let metric) = expression { return metric }
        // A brace alone has been told of.
        if expression.range.count == 1 { return standIn(for: expression) }
        fail(
            "found a log query beside `\(sign)`, expected a metric", expression.range,
            hint: "make numbers of the lines, as in `count_over_time({app=\"x\"}[5m])`")
        return standIn(for: expression)
    }

    private static func compute(_ operation: String, _ left: Double, _ right: Double) -> Double {
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
