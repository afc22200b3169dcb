import Diagnostics

/// An include of a region that the file does not have.
///
/// ## Why
///
/// The part was renamed or removed; the page would show nothing, or the wrong part.
///
/// ## Example
///
/// ```
/// {{include examples/loki-config.yaml#limit}}
/// ```
///
/// ## Instead
///
/// ```
/// {{include examples/loki-config.yaml#limits}}
/// ```
///
/// with lines `# region: limits` and `# endregion: limits` around the part in the file.
public enum IncludeRegionMissing: Rule {
    public static let id: RuleID = "include/region-missing"
    public static let severity = Severity.error

    static func finding(_ name: String, in path: String, known: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let near = Spelling.nearest(to: name, among: known)
        let notes = known.isEmpty ? [] : ["its regions: " + known.map { "`\($0)`" }.joined(separator: ", ")]
        return diagnostic(
            "`\(path)` has no region `\(name)`", at: origin, notes: notes,
            help: near.map { "did you mean `\($0)`?" }
                ?? "mark it in the file with comment lines `region: \(name)` and `endregion: \(name)`")
    }
}
