import Diagnostics

/// Lines that are to go through a pipeline where no page above them shows one.
///
/// ## Why
///
/// The block says what a `loki.process` makes of lines. Without one above it in the same fragment there is nothing to run.
///
/// ## Example
///
/// ````markdown
/// ```text {as=alloy-lines}
/// password=hunter2
/// ```
/// ````
///
/// ## Instead
///
/// Show the pipeline above the lines:
///
/// ````markdown
/// ```alloy
/// loki.process "scrub" {
///   stage.replace {
///     expression = `password=(\S+)`
///     replace    = "***"
///   }
///   forward_to = []
/// }
/// ```
///
/// ```text {as=alloy-lines}
/// password=hunter2
/// ```
///
/// ```output
/// password=***
/// ```
/// ````
public enum AlloyLinesWithoutProcess: Rule {
    public static let id: RuleID = "alloy/lines-without-process"
    public static let severity = Severity.error

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "no `loki.process` stands above these lines", at: origin,
            help: "show the pipeline in an `alloy` block of the same fragment, above the lines")
    }
}
