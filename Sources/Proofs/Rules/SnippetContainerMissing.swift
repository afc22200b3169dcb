import Diagnostics

/// A file named by `in=` that can't be read.
///
/// ## Why
///
/// The text is a part of that file, and is checked merged into it.
///
/// ## Example
///
/// ````markdown
/// ```yaml {as=loki-config in=example/loki-config.yaml}
/// server:
///   log_format: json
/// ```
/// ````
///
/// ## Instead
///
/// Name a file of the project, relative to the folder of the page.
///
/// ````markdown
/// ```yaml {as=loki-config in=examples/loki-config.yaml}
/// server:
///   log_format: json
/// ```
/// ````
public enum SnippetContainerMissing: Rule {
    public static let id: RuleID = "snippet/container-missing"
    public static let severity = Severity.error

    static func found(_ path: String, reason: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the file `\(path)` can't be read: \(reason)", at: origin,
            help: "name a file of the project, relative to the folder of the page")
    }

    static func outside(_ path: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(path)` leads out of the project", at: origin,
            help: "name a file of the project, relative to the folder of the page")
    }
}
