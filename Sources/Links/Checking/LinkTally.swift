/// How many there are of what.
public struct LinkTally: Sendable, Equatable {
    /// Links of the web, and the addresses and hosts that they lead to.
    public var links = 0
    public var addresses = 0
    public var hosts = 0

    /// Addresses by verdict.
    public var good = 0
    public var redirected = 0
    public var broken = 0
    public var quarantined = 0
    public var unverifiable = 0
    public var unchecked = 0
    /// Why nothing was asked; nil where it was.
    public var uncheckedReason: String?

    /// Links that are not asked: of no sound form, to private hosts, to hosts for examples, left out by the settings.
    public var invalid = 0
    public var refused = 0
    public var reserved = 0
    public var excluded = 0
    /// Links of `mailto`, and of schemes that nobody can check.
    public var mail = 0
    public var otherSchemes: [String: Int] = [:]

    /// One line for people.
    public var line: String {
        if addresses == 0 { return "external links: none to ask" }
        let size = "\(Self.count(addresses, "address", "addresses")) on \(Self.count(hosts, "host", "hosts"))"
        if let uncheckedReason, unchecked == addresses {
            return "external links were not checked: \(size); \(uncheckedReason)"
        }
        let parts = [
            (good + redirected, "good"), (broken, "broken"), (quarantined, "in quarantine"),
            (unverifiable, "unverifiable"), (unchecked, "not checked"),
        ]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return "external links: \(size)" + (words.isEmpty ? "" : ": " + words.joined(separator: ", "))
            + (uncheckedReason.map { "; \($0)" } ?? "")
    }

    /// What was left out, in a line for those who want to know more; nil where nothing was.
    public var leftOut: String? {
        var parts = [
            (redirected, "addresses redirected"), (reserved, "links to hosts for examples"),
            (excluded, "links left out by the settings"), (mail, "mail addresses looked at"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        for (scheme, count) in otherSchemes.sorted(by: { $0.key < $1.key }) {
            parts.append("\(count) of the scheme `\(scheme)` passed over")
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}
