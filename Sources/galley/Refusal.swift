import Diagnostics
import Site

/// Why a command can't do what it was asked for, where the words of the command line were understood.
///
/// What is wrong with the words themselves is a `ValidationError` of the parser's, which shows how they are to be written.
struct Refusal: Error {
    let message: String
    /// What to do about it.
    let help: String?

    init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }

    var text: String { "error: \(message)\n" + (help.map { "  = help: \($0)\n" } ?? "") }
}

extension Refusal {
    /// A snippet is asked for that is none.
    static func unknownSnippet(_ id: String, among ids: [String]) -> Refusal {
        let near = Spelling.nearest(to: id, among: ids)
        return Refusal(
            "there is no snippet `\(id)`",
            help: near.map { "did you mean `\($0)`?" } ?? "`galley snippets list` names them all")
    }

    /// Why a new folder could not be filled.
    init(_ failure: NewFolder.Failure, folder: String) {
        switch failure {
        case .notAFolder: self.init("`\(folder)` is no folder", help: "name a folder that is new or empty")
        case .notEmpty(let name):
            self.init(
                "the folder `\(folder)` is not empty: it has `\(name)`",
                help: "name a folder that is new or empty; nothing that is there is overwritten")
        case .refused(let problem):
            self.init(
                "can't \(problem.operation) \(problem.path): \(problem.reason.lowercased())", help: "nothing was made")
        }
    }
}
