import Diagnostics

/// A skip that does not say why, or until when.
///
/// ## Why
///
/// What is not proven is shown to readers with its reason. One word is no reason, and a date that can't be read never
/// comes.
///
/// ## Example
///
/// ````markdown
/// ```bash {skip="todo" until=soon}
/// make deploy
/// ```
/// ````
///
/// ## Instead
///
/// ````markdown
/// ```bash {skip="needs a cluster" until=2027-06-30}
/// make deploy
/// ```
/// ````
public enum SnippetSkipReason: Rule {
    public static let id: RuleID = "snippet/skip-reason"
    public static let severity = Severity.error

    static func tooShort(_ reason: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            reason.isEmpty ? "the skip has no reason" : "`\(reason)` is no reason", at: origin,
            help: "say in a few words what is missing here: `skip=\"needs a cluster\"`")
    }

    static func untilAlone(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`until` stands without `skip`", at: origin, help: "remove it, or say with `skip=` why it is skipped")
    }

    static func noDate(_ text: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(text)` is no date, expected `YYYY-MM-DD`", at: origin, help: "write a day such as `2027-06-30`")
    }
}
