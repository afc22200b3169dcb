extension TemplateFunction {
    /// The functions that take regular expressions.
    static let expressions = [
        TemplateFunction("regexReplaceAll", [.string, .string, .string]) { execution, values throws(CallProblem) in
            let regex = try execution.regex(values.text(0))
            return .string(try regex.replacing(values.bytes(1), with: RegexReplacement(values.bytes(2), regex)))
        },
        TemplateFunction("regexReplaceAllLiteral", [.string, .string, .string]) {
            execution, values throws(CallProblem) in
            let regex = try execution.regex(values.text(0))
            return .string(try regex.replacing(values.bytes(1), with: RegexReplacement(literal: values.bytes(2))))
        },
        TemplateFunction("count", [.string, .string]) { execution, values throws(CallProblem) in
            .int(try execution.regex(values.text(0)).count(values.bytes(1)))
        },
    ]
}

extension TemplateExecution {
    fileprivate func regex(_ pattern: String) throws(CallProblem) -> Regex {
        guard let regex = set.expressions.regex(pattern) else { throw CallProblem("out of memory") }
        if let problem = regex.problem { throw CallProblem("error parsing regexp: \(GoRegexError.text(problem))") }
        return regex
    }
}

/// RE2's errors in the words of Go's regexp.
enum GoRegexError {
    private static let words: [(String, String)] = [
        ("missing ]", "missing closing ]"), ("missing )", "missing closing )"),
        ("trailing \\", "trailing backslash at end of expression"),
        ("no argument for repetition operator", "missing argument to repetition operator"),
        ("invalid repetition size", "invalid repeat count"),
        ("bad repetition operator", "invalid nested repetition operator"),
        ("invalid perl operator", "invalid or unsupported Perl syntax"),
        ("invalid named capture group", "invalid named capture"),
    ]

    static func text(_ problem: String) -> String {
        for (word, other) in words where problem.hasPrefix(word) {
            let rest = problem.dropFirst(word.count)
            return rest.hasPrefix(": ") ? "\(other): `\(rest.dropFirst(2))`" : other
        }
        guard let colon = problem.utf8.firstIndex(of: UInt8(ascii: ":")) else { return problem }
        let argument = problem[colon...].dropFirst().drop { $0 == " " }
        return "\(problem[..<colon]): `\(argument)`"
    }
}
