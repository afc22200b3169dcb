import Diagnostics

/// Files that include each other in a circle.
///
/// ## Why
///
/// The text would have no end.
///
/// ## Example
///
/// `a.md` includes `b.md`, and `b.md` includes `a.md`.
///
/// ## Instead
///
/// Put what both need into a third file, and include that one in both.
public enum IncludeCycle: Rule {
    public static let id: RuleID = "include/cycle"
    public static let severity = Severity.error

    static func finding(_ chain: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let circle = chain.drop { $0 != chain.last }.map { "`\($0)`" }.joined(separator: " → ")
        return diagnostic(
            "this include never ends: \(circle)", at: origin, help: "put what both files need into a third one")
    }

    static func tooDeep(limit: Int, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "files include each other more than \(limit) levels deep here", at: origin,
            help: "include the file directly")
    }
}
