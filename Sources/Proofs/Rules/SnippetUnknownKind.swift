import Diagnostics

/// A kind of text that no checker knows.
///
/// ## Why
///
/// `as=` says what a text is. Of a kind that nobody knows nothing can be proven.
///
/// ## Example
///
/// ````markdown
/// ```yaml {as=loki-conf}
/// server:
///   http_listen_port: 3100
/// ```
/// ````
///
/// ## Instead
///
/// ````markdown
/// ```yaml {as=loki-config}
/// server:
///   http_listen_port: 3100
/// ```
/// ````
public enum SnippetUnknownKind: Rule {
    public static let id: RuleID = "snippet/unknown-kind"
    public static let severity = Severity.error

    static func found(
        _ kind: String, language: String, known: [String], at origin: PositionMap.Origin
    ) -> Diagnostic {
        let near = Spelling.nearest(to: kind, among: known)
        return diagnostic(
            "no checker takes `\(language)` as `\(kind)`", at: origin,
            notes: known.isEmpty ? [] : ["kinds of `\(language)`: \(known.map { "`\($0)`" }.joined(separator: ", "))"],
            help: near.map { "did you mean `\($0)`?" },
            fix: near.map { .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false) })
    }
}
