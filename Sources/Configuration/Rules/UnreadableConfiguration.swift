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

    static func finding(_ failure: ProjectFiles.Failure, path: String, in files: ProjectFiles) -> Diagnostic {
        let place = SourceFile(path: path, bytes: []).wholeSpan
        let help = failure == .missing ? helpForMissing(path, above: files.root) : nil
        return diagnostic(message(failure, path), at: place, help: help)
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

    /// Who is in a folder of the project, rather than in the project's folder, is told the way.
    private static func helpForMissing(_ path: String, above root: String) -> String {
        var folder = ProjectFiles.folder(of: root)
        while !folder.isEmpty {
            if let files = ProjectFiles(root: folder), files.isFile(path) {
                return "there is one in \(folder): run galley there, or add `--config \(folder)/\(path)`"
            }
            folder = ProjectFiles.folder(of: folder)
        }
        return
            "run galley in the project's folder, name the file with `--config`, or make a site with `galley init DIR`"
    }
}
