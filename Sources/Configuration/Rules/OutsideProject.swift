import Diagnostics

/// A setting with a path that leads out of the project's folder.
///
/// ## Why
///
/// Galley reads and writes below the folder of `galley.yml` only: a mistyped path, or a symbolic link, must not let it
/// publish or overwrite other files of the machine.
///
/// ## Example
///
/// ```yaml
/// output: ../public
/// ```
///
/// ## Instead
///
/// ```yaml
/// output: site
/// ```
public enum OutsideProject: Rule {
    public static let id: RuleID = "configuration/outside-project"
    public static let severity = Severity.error

    static func finding(_ path: String, target: String?, at origin: PositionMap.Origin) -> Diagnostic {
        let by = target.map { ", by a symbolic link to `\($0)`" } ?? ""
        return diagnostic(
            "`\(path)` leads out of the project's folder\(by)", at: origin,
            help: "name a path below the folder of the configuration, relative to it")
    }
}
