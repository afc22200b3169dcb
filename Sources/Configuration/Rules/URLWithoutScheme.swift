import Diagnostics

/// An address that does not begin with `https://` or `http://`.
///
/// ## Why
///
/// Canonical addresses, the feed and the sitemap need whole addresses; without a scheme browsers take the text for a path.
///
/// ## Example
///
/// ```yaml
/// site:
///   url: docs.example.com/guide
/// ```
///
/// ## Instead
///
/// ```yaml
/// site:
///   url: https://docs.example.com/guide/
/// ```
public enum URLWithoutScheme: Rule {
    public static let id: RuleID = "configuration/url-without-scheme"
    public static let severity = Severity.error

    static func finding(_ address: String, at origin: PositionMap.Origin) -> Diagnostic {
        let help = address.contains(":") ? "write the whole address" : "write `https://\(address)`"
        return diagnostic("found `\(address)`, expected an address that begins with `https://`", at: origin, help: help)
    }
}
