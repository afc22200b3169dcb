extension TemplateFunction {
    static let conversions = [
        TemplateFunction("int", [.any]) { _, values in .int(Casting.integer(values[0])) },
        TemplateFunction("float64", [.any]) { _, values in .float(Casting.float(values[0])) },
        TemplateFunction("default", [.any], rest: .any) { execution, values in
            guard values.count > 1, !Casting.isEmpty(values[1].concrete, execution) else {
                return .any(values[0].concrete)
            }
            return .any(values[1].concrete)
        },
        TemplateFunction("bytes", [.string]) { _, values throws(CallProblem) in
            .float(Double(try read(values.bytes(0), GoText.size)))
        },
        TemplateFunction("duration", [.string]) { _, values throws(CallProblem) in
            try seconds(values.bytes(0))
        },
        TemplateFunction("duration_seconds", [.string]) { _, values throws(CallProblem) in
            try seconds(values.bytes(0))
        },
    ]

    /// A duration in seconds, by the rounding of Go's time.Duration.Seconds.
    private static func seconds(_ text: [UInt8]) throws(CallProblem) -> TemplateValue {
        let duration = try read(text, GoText.duration)
        return .float(Double(duration / 1_000_000_000) + Double(duration % 1_000_000_000) / 1e9)
    }

    private static func read<Value>(
        _ text: [UInt8], _ reader: (Bytes) -> Result<Value, GoText.Problem>
    ) throws(CallProblem) -> Value {
        switch text.withUnsafeBufferPointer(reader) {
        case .success(let value): return value
        case .failure(let problem): throw CallProblem(problem.text)
        }
    }
}

/// Values turned into numbers as Sprig's functions do it, by the rules of the cast package: what can't be turned is zero.
enum Casting {
    static func integer(_ value: TemplateValue) -> Int {
        switch value.concrete {
        case .float(let number): integer(number)
        case .bool(let flag): flag ? 1 : 0
        case .string(let text): GoInteger.parse(whole(text)) ?? 0
        case let other: other.integer ?? 0
        }
    }

    /// Go's conversion on amd64: what doesn't fit is the least integer.
    static func integer(_ number: Double) -> Int { Int(exactly: number.rounded(.towardZero)) ?? Int.min }

    static func float(_ value: TemplateValue) -> Double {
        switch value.concrete {
        case .float(let number): number
        case .bool(let flag): flag ? 1 : 0
        case .string(let text): GoFloat.parse(text) ?? 0
        case let other: Double(other.integer ?? 0)
        }
    }

    /// Of a plain decimal number what stands before the point.
    private static func whole(_ text: [UInt8]) -> [UInt8] {
        guard let point = text.firstIndex(of: UInt8(ascii: ".")) else { return text }
        let sign = text.prefix { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        let digits = text[sign.count..<max(point, sign.count)]
        guard sign.count < 2, digits.allSatisfy(\.isDigit), text[(point + 1)...].allSatisfy(\.isDigit) else {
            return text
        }
        return digits.isEmpty ? sign + [0x30] : Array(text[..<point])
    }

    /// Whether `default` takes the value for not given.
    static func isEmpty(_ value: TemplateValue, _ execution: TemplateExecution) -> Bool {
        if case .time = value { return false }
        return !execution.isTrue(value)
    }
}
