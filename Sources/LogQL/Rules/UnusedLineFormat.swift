import Diagnostics

/// A line that is formatted in a metric query, and never read.
///
/// ## Why
///
/// A metric counts lines or computes with labels; how the line looks makes no difference, unless a later stage reads it or bytes
/// are counted. The template is run for each line all the same.
///
/// ## Example
///
/// ```logql
/// count_over_time({app="shop"} | json | line_format "{{.message}}" [5m])
/// ```
///
/// ## Instead
///
/// ```logql
/// count_over_time({app="shop"} | json [5m])
/// ```
public enum UnusedLineFormat: Rule, LintRule {
    public static let id: RuleID = "logql/unused-line-format"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.flatMap { pipeline -> [LintFinding] in
            guard let operation = pipeline.operation, operation != "bytes_over_time", operation != "bytes_rate" else {
                return []
            }
            return pipeline.stages.indices.compactMap { index in
                let stage = pipeline.stages[index]
                guard formatsLine(stage), !isRead(in: pipeline.stages[(index + 1)...]) else { return nil }
                return unread(stage, subject)
            }
        }
    }

    private static func formatsLine(_ stage: Stage) -> Bool {
        switch stage.kind {
        case .lineFormat, .decolorize: true
        default: false
        }
    }

    /// Whether the line is read before another format takes its place.
    private static func isRead(in stages: ArraySlice<Stage>) -> Bool {
        for stage in stages {
            switch stage.kind {
            case .lineFilters, .json, .logfmt, .regexp, .pattern, .unpack, .decolorize: return true
            case .lineFormat(let template): return template.contains("__line__")
            case .labelFormat(let formats):
                if formats.contains(where: { !$0.isRename && $0.value.contains("__line__") }) { return true }
            case .labelFilter, .drop, .keep: break
            }
        }
        return false
    }

    private static func unread(_ stage: Stage, _ subject: LintSubject) -> LintFinding {
        finding(
            "nothing reads the line that this makes", at: stage.range, help: "take it out",
            fix: subject.takingOut(stage.range, isSafe: canNotFail(stage)))
    }

    /// A template that fails sets `__error__`, which fails the query; without a call or an index it can't.
    private static func canNotFail(_ stage: Stage) -> Bool {
        guard case .lineFormat(let template) = stage.kind else { return true }
        var rest = template[...]
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else { return false }
            let action = rest[open.upperBound..<close.lowerBound].utf8.filter { $0 != 0x20 }
            guard action.first == UInt8(ascii: "."), action.dropFirst().allSatisfy(\.isNamePart) else { return false }
            rest = rest[close.upperBound...]
        }
        return true
    }
}
