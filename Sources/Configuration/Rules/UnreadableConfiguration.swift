import Diagnostics

/// A configuration that is missing, empty, or can't be read.
///
/// ## Why
///
/// `galley.yml` says what the site is made of; without it there is nothing to build.
///
/// ## Example
///
/// `galley build` in a folder without `galley.yml`.
///
/// ## Instead
///
/// Run it in the project's folder, name the file (`--config docs/galley.yml`), or begin with `galley init`.
public enum UnreadableConfiguration: Rule {
    public static let id: RuleID = "configuration/unreadable"
    public static let severity = Severity.error

    static func finding(_ failure: ProjectFiles.Failure, path: String) -> Diagnostic {
        let place = SourceFile(path: path, bytes: []).wholeSpan
        return diagnostic(message(failure, path), at: place, help: help(failure))
    }

    static func empty(_ file: SourceFile) -> Diagnostic {
        diagnostic("the configuration is empty", at: file.span(0..<0), help: "say at least `site` and `publications`")
    }

    private static func message(_ failure: ProjectFiles.Failure, _ path: String) -> String {
        switch failure {
        case .missing: "there is no configuration `\(path)`"
        case .outsideProject: "the configuration `\(path)` is outside the project's folder"
        case .isFolder: "the configuration `\(path)` is a folder"
        case .notReadable(let reason): "the configuration `\(path)` can't be read: \(reason)"
        case .tooLarge(let size, let limit): "the configuration has \(size) bytes, of at most \(limit)"
        }
    }

    private static func help(_ failure: ProjectFiles.Failure) -> String? {
        failure == .missing
            ? "run in the project's folder, name the file with `--config`, or begin with `galley init`" : nil
    }
}
