import Diagnostics

/// A character in a block of text that readers can't see.
///
/// ## Why
///
/// Escapes of a terminal and other control characters are copied along with the text, and do what nobody sees.
///
/// ## Example
///
/// A line that was copied with the colours of a terminal.
///
/// ## Instead
///
/// Take the characters out.
public enum TextControlCharacter: Rule {
    public static let id: RuleID = "text/control-character"
    public static let severity = Severity.error

    static func found(_ code: UInt8, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("there is a control character here (code \(code))", at: origin, help: "take it out")
    }
}
