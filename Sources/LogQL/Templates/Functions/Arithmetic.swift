import Glibc

extension TemplateFunction {
    static let arithmetic = [
        TemplateFunction("add", rest: .any) { _, values in
            .int64(values.reduce(0) { $0 &+ Int64(Casting.integer($1)) })
        },
        TemplateFunction("sub", [.any, .any]) { _, values in
            .int64(Int64(Casting.integer(values[0]) &- Casting.integer(values[1])))
        },
        TemplateFunction("mul", [.any], rest: .any) { _, values in
            .int64(values.reduce(1) { $0 &* Int64(Casting.integer($1)) })
        },
        TemplateFunction("div", [.any, .any]) { _, values throws(CallProblem) in
            let (one, other) = try divisible(values)
            // The least integer by minus one wraps around.
            return .int64(other == -1 ? 0 &- one : one / other)
        },
        TemplateFunction("mod", [.any, .any]) { _, values throws(CallProblem) in
            let (one, other) = try divisible(values)
            return .int64(other == -1 ? 0 : one % other)
        },
        TemplateFunction("max", [.any], rest: .any) { _, values in
            .int64(values.map { Int64(Casting.integer($0)) }.max() ?? 0)
        },
        TemplateFunction("min", [.any], rest: .any) { _, values in
            .int64(values.map { Int64(Casting.integer($0)) }.min() ?? 0)
        },
        TemplateFunction("maxf", [.any], rest: .any) { _, values in
            let numbers = values.map { Casting.float($0) }
            return .float(numbers.dropFirst().reduce(numbers[0]) { extreme($0, $1, isGreatest: true) })
        },
        TemplateFunction("minf", [.any], rest: .any) { _, values in
            let numbers = values.map { Casting.float($0) }
            return .float(numbers.dropFirst().reduce(numbers[0]) { extreme($0, $1, isGreatest: false) })
        },
        TemplateFunction("ceil", [.any]) { _, values in .float(Casting.float(values[0]).rounded(.up)) },
        TemplateFunction("floor", [.any]) { _, values in .float(Casting.float(values[0]).rounded(.down)) },
        TemplateFunction("round", [.any, .int], rest: .float64) { _, values in
            var threshold = 0.5
            if values.count > 2, case .float(let given) = values[2] { threshold = given }
            let scale = pow(10, Double(values.int(1)))
            let scaled = scale * Casting.float(values[0])
            let fraction = scaled.isFinite ? scaled.truncatingRemainder(dividingBy: 1) : .nan
            return .float((fraction >= threshold ? scaled.rounded(.up) : scaled.rounded(.down)) / scale)
        },
    ]

    private static func divisible(_ values: [TemplateValue]) throws(CallProblem) -> (Int64, Int64) {
        let other = Casting.integer(values[1])
        if other == 0 { throw CallProblem("runtime error: integer divide by zero") }
        return (Int64(Casting.integer(values[0])), Int64(other))
    }

    /// math.Max and math.Min: what isn't a number wins over all but the infinity that's sought, and zeros have signs.
    private static func extreme(_ one: Double, _ other: Double, isGreatest: Bool) -> Double {
        let infinity = isGreatest ? Double.infinity : -Double.infinity
        if one == infinity || other == infinity { return infinity }
        if one.isNaN || other.isNaN { return .nan }
        if one == 0, other == 0 { return (one.sign == .minus) == isGreatest ? other : one }
        return (one > other) == isGreatest ? one : other
    }

    static let decimals = [
        TemplateFunction("addf", rest: .any) { _, values throws(CallProblem) in
            try decimal([.float(0)] + values) { $0.adding($1) }
        },
        TemplateFunction("subf", [.any], rest: .any) { _, values throws(CallProblem) in
            try decimal(values) { $0.adding($1.negated) }
        },
        TemplateFunction("mulf", [.any], rest: .any) { _, values throws(CallProblem) in
            try decimal(values) { $0.multiplied(by: $1) }
        },
        TemplateFunction("divf", [.any], rest: .any) { _, values throws(CallProblem) in
            try decimal(values) { (one, other) throws(CallProblem) in
                guard let quotient = one.divided(by: other) else { throw CallProblem("decimal division by 0") }
                return quotient
            }
        },
    ]

    private static func decimal(
        _ values: [TemplateValue], _ operation: (Decimal, Decimal) throws(CallProblem) -> Decimal
    ) throws(CallProblem) -> TemplateValue {
        var result: Decimal?
        for value in values {
            let number = Casting.float(value)
            guard let operand = Decimal(number) else {
                throw CallProblem("Cannot create a Decimal from \(GoFloat.text(number, UInt8(ascii: "g")))")
            }
            if let one = result { result = try operation(one, operand) } else { result = operand }
        }
        return .float(result?.value ?? 0)
    }
}
