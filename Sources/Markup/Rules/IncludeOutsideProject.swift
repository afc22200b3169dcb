import Diagnostics

/// An include that leads out of the project's folder.
///
/// ## Why
///
/// What is included is published. A path or a symbolic link out of the project could publish any file of the machine that
/// builds, and the build would depend on what happens to lie there.
///
/// ## Example
///
/// ```
/// {{include ../../../etc/hosts}}
/// ```
///
/// ## Instead
///
/// Copy the file into the project and include it there.
public enum IncludeOutsideProject: Rule {
    public static let id: RuleID = "include/outside-project"
    public static let severity = Severity.error

    static func finding(_ path: String, target: String?, at origin: PositionMap.Origin) -> Diagnostic {
        let by = target.map { ", by a symbolic link to `\($0)`" } ?? ""
        return diagnostic(
            "`\(path)` leads out of the project's folder\(by)", at: origin,
            help: "copy the file into the project and include it there")
    }
}
