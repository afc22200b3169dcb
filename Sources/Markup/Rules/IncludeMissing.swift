import Diagnostics

/// An include of a file that does not exist.
///
/// ## Why
///
/// The example would be missing from the page, and nobody would notice.
///
/// ## Example
///
/// ```
/// {{include examples/loki-confg.yaml}}
/// ```
///
/// ## Instead
///
/// ```
/// {{include examples/loki-config.yaml}}
/// ```
///
/// Paths are relative to the folder of the file that the directive stands in.
public enum IncludeMissing: Rule {
    public static let id: RuleID = "include/missing"
    public static let severity = Severity.error

    static func finding(
        _ path: String, among names: [String], written: String, at origin: PositionMap.Origin
    ) -> Diagnostic {
        let folder = written.lastIndex(of: "/").map { String(written[...$0]) } ?? ""
        let near = Spelling.nearest(to: String(written.dropFirst(folder.count)), among: names)
        return diagnostic(
            "there is no file `\(path)` to include", at: origin,
            help: near.map { "did you mean `\(folder)\($0)`?" }
                ?? "correct the path; it is relative to the folder of the file that includes")
    }
}
