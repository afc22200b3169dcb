import Foundation

/// A whole run, as a user would type it: files, commands, what they print and how they end.
///
/// A script is a text of sections, each opened by a line `-- … --`:
///
/// - what stands before the first section says what the script shows;
/// - `-- file PATH --` is a file of the project that the commands run in;
/// - `-- use NAME --` copies the folder `Tests/Scripts/Projects/NAME` first;
/// - `-- needs COMMAND --` ends the script, with a word about it, where the command fails: the machine can't show it;
/// - `-- $ COMMAND --` runs a line of shell, and holds what it prints on standard output;
/// - `-- stderr --` and `-- exit N --` after it hold the rest; without them standard error must be empty and the
///   exit code 0.
///
/// In expected text a line `...` stands for any lines, and `[..]` for anything in a line.
struct Script {
    struct Run {
        var command: String
        var output: String
        var errors: String = ""
        var exitCode: Int32 = 0
    }

    enum Step {
        case file(path: String, text: String)
        case project(String)
        case needs(String)
        case run(Run)
    }

    struct Malformed: Error, CustomStringConvertible { let description: String }

    var purpose: String
    var steps: [Step]

    init(_ text: String) throws {
        var sections: [(name: String, body: String)] = []
        var purpose = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
        {
            if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
                sections.append((String(line.dropFirst(3).dropLast(3)), ""))
            } else if sections.isEmpty {
                purpose += line + "\n"
            } else {
                sections[sections.count - 1].body += line + "\n"
            }
        }
        self.purpose = purpose
        steps = []
        for section in sections { try add(section.name, section.body) }
    }

    private mutating func add(_ name: String, _ body: String) throws {
        let (kind, rest) = Self.split(name)
        switch kind {
        case "file": steps.append(.file(path: rest, text: body))
        case "needs": steps.append(.needs(rest))
        case "use": steps.append(.project(rest))
        case "$": steps.append(.run(Run(command: rest, output: body)))
        case "stderr": try change { $0.errors = body }
        case "exit":
            guard let code = Int32(rest) else { throw Malformed(description: "no exit code: \(name)") }
            try change { $0.exitCode = code }
        default: throw Malformed(description: "unknown section: \(name)")
        }
    }

    private mutating func change(_ body: (inout Run) -> Void) throws {
        guard case .run(var run) = steps.last else { throw Malformed(description: "no command before this section") }
        body(&run)
        steps[steps.count - 1] = .run(run)
    }

    private static func split(_ name: String) -> (Substring, String) {
        let parts = name.split(separator: " ", maxSplits: 1)
        return (parts.first ?? "", parts.count > 1 ? String(parts[1]) : "")
    }

    /// The script's text again, with what its runs hold now.
    var text: String {
        var output = purpose
        for step in steps {
            switch step {
            case .file(let path, let text): output += "-- file \(path) --\n\(text)"
            case .project(let name): output += "-- use \(name) --\n"
            case .needs(let command): output += "-- needs \(command) --\n"
            case .run(let run):
                output += "-- $ \(run.command) --\n\(run.output)"
                if !run.errors.isEmpty { output += "-- stderr --\n\(run.errors)" }
                if run.exitCode != 0 { output += "-- exit \(run.exitCode) --\n" }
            }
        }
        return output
    }
}
