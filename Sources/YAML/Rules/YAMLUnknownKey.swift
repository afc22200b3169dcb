import Diagnostics

/// A key that means nothing where it stands.
///
/// ## Why
///
/// A setting that is misspelled, or stands one level too deep, would be ignored without a word, and the author would
/// believe that it is in force.
///
/// ## Example
///
/// ```yaml
/// site:
///   titel: Operations guide
/// ```
///
/// ## Instead
///
/// ```yaml
/// site:
///   title: Operations guide
/// ```
public enum YAMLUnknownKey: Rule {
    public static let id: RuleID = "yaml/unknown-key"
    public static let severity = Severity.error

    static func finding(
        _ key: String, of name: String, known: [String], belongs place: String?, at origin: PositionMap.Origin
    ) -> Diagnostic {
        let list = known.map { "`\($0)`" }.joined(separator: ", ")
        let near = Spelling.nearest(to: key, among: known)
        var help = near.map { "did you mean `\($0)`?" }
        if let place { help = "`\(key)` belongs to \(place)" }
        // A key that exists already can't be what was meant, but the offer of a name is still right.
        let fix = place == nil ? near.map { Self.fix(to: $0, at: origin.span) } : nil
        return diagnostic(
            "\(name) has no key `\(key)`", at: origin, notes: ["known keys: \(list)"],
            help: help ?? "remove it, or use one of the known keys", fix: fix)
    }

    private static func fix(to name: String, at span: Span) -> Diagnostic.Fix {
        Diagnostic.Fix(title: "replace with `\(name)`", edits: [.init(span, name)], isSafe: false)
    }
}
