import Diagnostics

/// A key that the kind of file does not have.
///
/// ## Why
///
/// Programs refuse such a key, or pass over it, and then do something else than the page says.
///
/// ## Example
///
/// ```yaml
/// services:
///   loki:
///     img: grafana/loki:3.7.6
/// ```
///
/// ## Instead
///
/// ```yaml
/// services:
///   loki:
///     image: grafana/loki:3.7.6
/// ```
public enum SchemaUnknownKey: Rule {
    public static let id: RuleID = "schema/unknown-key"
    public static let severity = Severity.error

    /// - Parameter owner: what has no such key, in words.
    static func found(_ key: String, of owner: String, known: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let near = Spelling.nearest(to: key, among: known)
        let list = known.count <= 20 ? known.sorted().map { "`\($0)`" }.joined(separator: ", ") : ""
        return diagnostic(
            "\(owner) has no key `\(key)`", at: origin, notes: list.isEmpty ? [] : ["known: \(list)"],
            help: near.map { "did you mean `\($0)`?" },
            fix: near.map { .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false) })
    }
}
