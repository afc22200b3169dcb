import Diagnostics

/// Two pages, files or redirects with one address.
///
/// ## Why
///
/// One would overwrite the other, and which of them would depend on chance.
///
/// ## Example
///
/// The fragments `01-overview.md` and `02-overview.md`: numbers at the beginning of a name are not part of the
/// address.
///
/// ## Instead
///
/// Give each fragment a name of its own, or each publication a folder of its own by `path:`.
public enum SiteAddressTaken: Rule {
    public static let id: RuleID = "site/address-taken"
    public static let severity = Severity.error

    static func taken(_ address: String, at span: Span, by first: Span) -> Diagnostic {
        diagnostic(
            "the address `\(address)` is taken", at: span, related: [.init(first, "this has it already")],
            help: "give one of them another name, or another folder in the site")
    }
}
