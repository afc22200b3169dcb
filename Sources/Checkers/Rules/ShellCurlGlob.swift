import Diagnostics

/// Braces or brackets in a URL that curl takes for a pattern.
///
/// ## Why
///
/// curl expands `{a,b}` and `[1-9]` in a URL and asks for each result. A selector loses its braces, of `{a="1",b="2"}` two
/// requests are made, and `[5m]` is refused as a bad range. In a word without quotes the shell takes the double quotes away,
/// besides.
///
/// ## Example
///
/// ```bash
/// curl -sS "http://loki:3100/loki/api/v1/query?query={app=\"shop\"}"
/// ```
///
/// ## Instead
///
/// Let curl encode the query.
///
/// ```bash
/// curl -sS -G "http://loki:3100/loki/api/v1/query" --data-urlencode 'query={app="shop"}'
/// ```
public enum ShellCurlGlob: Rule {
    public static let id: RuleID = "shell/curl-glob"
    public static let severity = Severity.error

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "curl takes this part of the URL for a pattern of its own", at: origin,
            help: "give the query apart, as in `-G --data-urlencode 'query={…}'`, or switch patterns off by `--globoff`"
        )
    }
}
