import Diagnostics

/// A program that should judge snippets and did not: it hung, crashed, or printed what can't be read.
///
/// ## Why
///
/// A checker that ended without an answer has proven nothing. Its silence must not pass for consent.
///
/// ## Example
///
/// `shellcheck` is ended after 30 seconds without having printed anything.
///
/// ## Instead
///
/// Run the program by hand on the snippet (`galley snippets show ID` prints it), and mend or replace the installation;
/// `galley doctor` says which program is used.
public enum ProofToolFailed: Rule {
    public static let id: RuleID = "proof/tool-failed"
    public static let severity = Severity.error

    /// - Parameter tool: the program and its version.
    public static func finding(_ tool: String, _ outcome: ProcessOutcome, at origin: PositionMap.Origin) -> Diagnostic {
        let how =
            switch outcome.end {
            case .exited(let code): "ended with exit code \(code) and no answer that can be read"
            case .signalled(let signal): "was ended by signal \(signal)"
            case .timedOut: "did not end in its time"
            case .outputTooLarge: "printed more than it may"
            case .notStarted(let reason): "could not be started: \(reason)"
            }
        let printed = (outcome.errors.isEmpty ? outcome.output : outcome.errors).prefix(400)
        let text = String(decoding: printed, as: UTF8.self).filter {
            $0 == "\n" || !$0.isASCII || $0.asciiValue.map { $0 >= 0x20 } == true
        }
        let lines = text.split(separator: "\n").prefix(5).map(String.init)
        return diagnostic(
            "\(tool) \(how)", at: origin, notes: lines.isEmpty ? [] : ["it printed: " + lines.joined(separator: "\n")],
            help: "run it by hand on this snippet; `galley doctor` says which program is used")
    }

    /// A tool that did not answer for another reason.
    public static func finding(_ tool: String, because reason: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("\(tool) gave no answer: \(reason)", at: origin)
    }
}
