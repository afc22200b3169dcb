import Diagnostics

/// A fragment that is missing or can't be read.
///
/// ## Why
///
/// The page would be missing from the site.
///
/// ## Example
///
/// A fragment without read permission, or one that is a symbolic link out of the project.
///
/// ## Instead
///
/// Put the file into the project, with permission to read it.
public enum FragmentUnreadable: Rule {
    public static let id: RuleID = "fragment/unreadable"
    public static let severity = Severity.error

    static func finding(_ failure: ProjectFiles.Failure, path: String, asker: PositionMap.Origin?) -> Diagnostic {
        let empty = SourceFile(path: path, bytes: []).wholeSpan
        switch failure {
        case .tooLarge(let size, let limit):
            // The file itself is too large to be shown, so the finding stands at its path.
            return FragmentTooLarge.finding(size: size, limit: limit, at: empty, includedFrom: [])
        case .missing: return finding("there is no fragment `\(path)`", asker, empty)
        case .outsideProject(let target):
            let by = target.map { ", by a symbolic link to `\($0)`" } ?? ""
            return finding("the fragment `\(path)` is outside the project's folder\(by)", asker, empty)
        case .isFolder: return finding("the fragment `\(path)` is a folder", asker, empty)
        case .notReadable(let reason): return finding("the fragment `\(path)` can't be read: \(reason)", asker, empty)
        }
    }

    private static func finding(_ message: String, _ asker: PositionMap.Origin?, _ empty: Span) -> Diagnostic {
        let help = "put a readable file there, or take the page out of the navigation"
        return diagnostic(message, at: asker?.span ?? empty, includedFrom: asker?.includedFrom ?? [], help: help)
    }
}
