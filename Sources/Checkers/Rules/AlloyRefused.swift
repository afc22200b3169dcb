import Diagnostics

/// A text that the program `alloy` itself refuses.
///
/// ## Why
///
/// What Alloy refuses can't be run, whatever other checks say.
///
/// ## Example
///
/// ```alloy
/// stage.match {
///   selector = "{app=\"shop\"}"
/// }
/// ```
///
/// ## Instead
///
/// Do what the message says; `alloy validate FILE` shows it for a file of your own.
public enum AlloyRefused: Rule {
    public static let id: RuleID = "alloy/refused"
    public static let severity = Severity.error

    static func found(_ message: String, by tool: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("\(tool) refuses it: \(message)", at: origin)
    }
}
