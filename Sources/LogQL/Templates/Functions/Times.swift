extension TemplateFunction {
    static let times = [
        TemplateFunction("__line__") { execution, _ in
            var line: [UInt8] = []
            execution.context.appendLine(to: &line)
            return .string(line)
        },
        TemplateFunction("__timestamp__") { execution, _ in
            .time(GoTime(seconds: 0, nanoseconds: execution.context.timestamp))
        },
        TemplateFunction("now") { _, _ in .time(.now) },
        TemplateFunction("date", [.string, .any]) { _, values in
            .string(time(values[1].concrete).shown(in: .local).format(values.bytes(0)))
        },
        TemplateFunction("toDate", [.string, .string]) { _, values in
            .time(GoTime.parse(values.bytes(0), values.bytes(1), in: .local) ?? .zero)
        },
        TemplateFunction("toDateInZone", [.string, .string, .string]) { _, values in
            let zone = ZoneFile.zone(values.text(1)) ?? .utc
            return .time(GoTime.parse(values.bytes(0), values.bytes(2), in: zone) ?? .zero)
        },
        TemplateFunction("unixEpoch", [.time]) { _, values in .string("\(values.time(0).seconds)") },
        TemplateFunction("unixEpochMillis", [.time]) { _, values in .string("\(values.time(0).since1970(1_000))") },
        TemplateFunction("unixEpochNanos", [.time]) { _, values in
            .string("\(values.time(0).since1970(1_000_000_000))")
        },
        TemplateFunction("unixToTime", [.string]) { _, values throws(CallProblem) in
            .time(try time(unix: values.bytes(0)))
        },
    ]

    /// What `date` is given: a time, or seconds; of all else it's now.
    private static func time(_ value: TemplateValue) -> GoTime {
        switch value {
        case .time(let time): time
        case .int(let seconds): GoTime(seconds: Int64(seconds))
        case .int64(let seconds): GoTime(seconds: seconds)
        default: .now
        }
    }

    /// Days, seconds, milliseconds, microseconds or nanoseconds, told apart by how many digits there are.
    private static func time(unix text: [UInt8]) throws(CallProblem) -> GoTime {
        let shown = String(decoding: text, as: UTF8.self)
        guard let number = GoInteger.parseDecimal(text) else {
            let isDecimal =
                text.contains(where: \.isDigit) && text.drop { $0 == 0x2B || $0 == 0x2D }.allSatisfy(\.isDigit)
            let isRange = isDecimal && text.prefix { !$0.isDigit }.count < 2
            throw CallProblem(
                "unable to parse time '\(shown)': strconv.ParseInt: parsing \(GoQuote.text(text)): "
                    + (isRange ? "value out of range" : "invalid syntax"))
        }
        let value = Int64(number)
        switch text.count {
        case 5: return GoTime(seconds: value &* 86_400)
        case 10: return GoTime(seconds: value)
        case 13: return GoTime(seconds: 0, nanoseconds: value &* 1_000_000)
        case 16: return GoTime(seconds: 0, nanoseconds: value &* 1_000)
        case 19: return GoTime(seconds: 0, nanoseconds: value)
        // Loki wraps an error here that there isn't, and Go prints that so.
        default: throw CallProblem("unable to parse time '\(shown)': %!w(<nil>)")
        }
    }
}

extension GoTime {
    /// In units of which a second has so many.
    func since1970(_ units: Int64) -> Int64 { seconds &* units &+ nanoseconds / (1_000_000_000 / units) }
}

extension [TemplateValue] {
    /// The argument, which the parameter's type makes a time.
    func time(_ index: Int) -> GoTime {
        if case .time(let time) = self[index].concrete { time } else { .zero }
    }
}
