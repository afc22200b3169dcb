import Diagnostics
import Glibc

/// An output that the system would not let Galley write.
///
/// ## Why
///
/// The disk is full, or the folder belongs to somebody else. What was there before the build is still there: outputs
/// are written beside and put into their places only when all of them are complete.
///
/// ## Example
///
/// A folder `site` that only root may write to.
///
/// ## Instead
///
/// Make room, or make the folder yours, and build again.
public enum OutputNotWritten: Rule {
    public static let id: RuleID = "output/not-written"
    public static let severity = Severity.error

    static func refused(_ problem: FileProblem, at span: Span) -> Diagnostic {
        diagnostic(
            "can't \(problem.operation) `\(problem.path)`: \(problem.reason)", at: span,
            notes: ["the outputs of the last build were left as they were"], help: help(for: problem))
    }

    private static func help(for problem: FileProblem) -> String {
        switch problem.code {
        case ENOSPC, EDQUOT: "make room on the disk and build again"
        case EACCES, EPERM, EROFS: "let your user write there, or set another folder"
        case ENOTDIR, EISDIR, EEXIST, ELOOP: "move away what is there, or set another path"
        default: "see to the cause and build again"
        }
    }
}
