import Diagnostics

/// A parser that reads each line, though a label filter behind it keeps few of them.
///
/// ## Why
///
/// A line filter costs a small part of what a parser costs. When the lines that are wanted hold a text that others do not, such as
/// the value that the label filter asks for or the name of the field, the filter spares the parser the rest.
///
/// ## Example
///
/// ```logql
/// {app="shop"} | json | exception="TimeoutError"
/// ```
///
/// ## Instead
///
/// ```logql
/// {app="shop"} |= "TimeoutError" | json | exception="TimeoutError"
/// ```
///
/// A parser whose lines are all wanted is no finding: there is nothing to spare.
public enum ParserWithoutLineFilter: Rule, LintRule {
    public static let id: RuleID = "logql/parser-without-line-filter"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.compactMap { pipeline in
            guard let run = pipeline.lineRuns.first, let parser = run.firstIndex(where: \.isParser),
                !run.contains(where: { !$0.lineFilters.isEmpty }), !run[parser].changesLine
            else { return nil }
            let stages = pipeline.stages[parser...]
            let known = pipeline.indexLabels(subject.options)
            for (place, stage) in zip(stages.indices, stages).dropFirst() {
                for condition in stage.conditions {
                    guard let label = wanted(condition), !known.contains(label), !label.hasPrefix("__"),
                        label != "detected_level", stages[parser].mayChange(label),
                        !pipeline.stages[(parser + 1)..<place].contains(where: { $0.mayChange(label) })
                    else { continue }
                    return unfiltered(pipeline.stages[parser], label, text(condition))
                }
            }
            return nil
        }
    }

    /// The label that a line must have to pass, where a condition demands one.
    private static func wanted(_ condition: LabelFilter) -> String? {
        switch condition {
        case .string(let matcher):
            switch matcher.operation {
            case .equal: matcher.value.isEmpty ? nil : matcher.name
            case .notEqual: matcher.value.isEmpty ? matcher.name : nil
            case .matches:
                (Regex("(?s:\(matcher.value))")?.matchesWhole("") ?? true) ? nil : matcher.name
            case .notMatches: nil
            }
        case .number(let condition): condition.name
        case .duration(let condition), .bytes(let condition): condition.name
        case .address(let condition): condition.comparison == .equal ? condition.name : nil
        case .variable(let condition): condition.name
        case .and, .or: nil
        }
    }

    /// What a line filter can ask for, where the condition gives it: a text that no format writes otherwise, or addresses.
    private static func text(_ condition: LabelFilter) -> String? {
        if case .address(let condition) = condition { return "ip(\(GoString.quote(condition.value)))" }
        guard case .string(let matcher) = condition, matcher.operation == .equal, matcher.value.utf8.count > 2,
            matcher.value.utf8.allSatisfy({ $0.isNamePart || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
        else { return nil }
        return GoString.quote(matcher.value)
    }

    private static func unfiltered(
        _ parser: Stage, _ label: String, _ text: String?
    ) -> LintFinding {
        let start = parser.range.lowerBound
        let help =
            text.map { "put a line filter before the parser: `|= \($0)`" }
            ?? "put a line filter with a text of the wanted lines before the parser, such as the name of the field"
        return finding(
            "each line is parsed, though only those with a certain `\(label)` are wanted", at: parser.range,
            help: help + "; where `\(label)` is structured metadata, filter by it before the parser",
            fix: text.map {
                LintFix(
                    "add `|= \($0)`", isSafe: false, [LintFix.Edit(start..<start, "|= \($0) ")])
            })
    }
}
