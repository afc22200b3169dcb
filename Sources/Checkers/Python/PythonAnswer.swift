import Diagnostics
import Foundation
import Proofs

/// What Python says of a text that it compiles, without running any of it.
struct PythonAnswer: Decodable {
    /// Nil where it compiles.
    let message: String?
    let line: Int?
    /// In characters, from 1.
    let column: Int?
    let endLine: Int?
    let endColumn: Int?

    init?(_ outcome: ProcessOutcome) {
        guard outcome.isSuccess else { return nil }
        guard let answer = try? JSONDecoder().decode(Self.self, from: Data(outcome.output)) else { return nil }
        self = answer
    }

    static func command(_ python: FoundProgram, _ snippet: Snippet) -> ProcessCommand {
        let program = """
            import json, sys
            answer = {}
            try:
                compile(sys.stdin.buffer.read(), "snippet", "exec", dont_inherit=True)
            except SyntaxError as error:
                answer = {"message": error.msg, "line": error.lineno, "column": error.offset,
                          "endLine": error.end_lineno, "endColumn": error.end_offset}
            except (ValueError, MemoryError, RecursionError) as error:
                answer = {"message": str(error) or type(error).__name__}
            print(json.dumps(answer))
            """
        return ProcessCommand(
            python.path, ["-I", "-W", "ignore", "-c", program], input: snippet.code, timeLimit: .seconds(30),
            outputLimit: 200_000)
    }

    func finding(in snippet: Snippet) -> Diagnostic? {
        guard let message else { return nil }
        return PythonSyntax.found(message, at: place(in: snippet))
    }

    private func place(in snippet: Snippet) -> PositionMap.Origin {
        guard let line, line > 0 else { return snippet.opening }
        guard let column, column > 0 else { return snippet.origin(of: snippet.range(line: line)) }
        let start = snippet.range(line: line, column: column)
        // Where the indentation is wrong, the line is shown.
        if snippet.code[start].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            return snippet.origin(of: snippet.range(line: line))
        }
        guard let endLine, let endColumn, (endLine, endColumn) > (line, column) else {
            return snippet.origin(of: start)
        }
        return snippet.origin(
            of: snippet.range(line: line, column: column, endLine: endLine, endColumn: endColumn))
    }
}
