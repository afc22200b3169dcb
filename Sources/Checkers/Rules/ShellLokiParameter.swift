import Diagnostics

/// A request to Loki whose parameters are not those that it reads.
///
/// ## Why
///
/// Loki ignores a parameter that it does not know: the request is answered, for another time range or with another limit
/// than was meant. Without a parameter that it needs, or with one that it can't read, it refuses with status 400. A delete
/// request is read from the address alone, so one that is sent as a form asks for nothing.
///
/// ## Example
///
/// ```bash
/// curl -sSG http://localhost:3100/loki/api/v1/query_range --data-urlencode 'query={app="shop"}' --data-urlencode 'from=1700000000'
/// ```
///
/// ## Instead
///
/// ```bash
/// curl -sSG http://localhost:3100/loki/api/v1/query_range --data-urlencode 'query={app="shop"}' --data-urlencode 'start=1700000000'
/// ```
public enum ShellLokiParameter: Rule {
    public static let id: RuleID = "shell/loki-parameter"
    public static let severity = Severity.error

    static func unknown(_ name: String, path: String, known: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let near = Spelling.nearest(to: name, among: known)
        let list = known.map { "`\($0)`" }.joined(separator: ", ")
        return diagnostic(
            "Loki reads no parameter `\(name)` at `\(path)`", at: origin,
            help: near.map { "did you mean `\($0)`?" } ?? (known.isEmpty ? "it takes none" : "it reads \(list)"))
    }

    static func missing(_ name: String, path: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("Loki refuses a request to `\(path)` without the parameter `\(name)`", at: origin)
    }

    static func value(_ value: String, of name: String, expected: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("Loki can't read `\(value)` as `\(name)`: it expects \(expected)", at: origin)
    }

    static func form(_ name: String, path: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "Loki reads `\(name)` from the address at `\(path)`, and this call sends it as a form", at: origin,
            help: "put it into the address, with `--url-query` or behind `?`")
    }
}
