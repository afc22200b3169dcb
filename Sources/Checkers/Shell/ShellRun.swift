import Proofs

/// Texts that one shell runs one after the other, each as if it were pasted: a command that fails does not end it.
///
/// Marks between the texts tell apart what each has printed and which of its lines have failed.
struct ShellRun {
    /// Something that failed: a line of a text, from 1, and its exit code.
    struct Failure: Equatable {
        let line: Int
        let code: Int
        /// What was written to standard error just before, last lines.
        let errors: [String]
    }

    struct Answer: Equatable {
        var output: [UInt8] = []
        var failures: [Failure] = []
        /// Whether the shell came to its end.
        var isComplete = false
    }

    /// Whether what a text writes to standard error counts as its output, as on a terminal.
    struct Text {
        let code: [UInt8]
        let mergesErrors: Bool
    }

    private static let mark = "galley-mark-5f1c02"

    /// What bash is given. A failure inside of a pipe counts, except that a command found nothing (1) or that nobody
    /// read on (141).
    static func program(_ texts: [Text]) -> String {
        var program = """
            set -o pipefail
            shopt -s expand_aliases
            exec 62>&1 63>&2
            __galley_failed() {
              local line=$1 source=$2 code status
              shift 2
              [[ -n $source ]] || return 0
              code=${*: -1}
              for status; do case $status in 0|1|141) ;; *) code=$status ;; esac; done
              [[ $code == 0 || ( $code == 141 && $# -gt 1 ) ]] || printf '\\n%s fail %s %s\\n' \(mark) "$line" "$code" >&63
            }
            trap '__galley_failed "$LINENO" "${BASH_SOURCE[0]-}" "${PIPESTATUS[@]}"' ERR

            """
        for (index, text) in texts.enumerated() {
            let source = text.code.last == 0x0A ? text.code : text.code + [0x0A]
            program += """
                printf '\(mark) begin \(index)\\n' >&62; printf '\\n\(mark) begin \(index)\\n' >&63
                source <(printf '%s' \(quoted(source)))\(text.mergesErrors ? " 2>&1" : "")
                printf '\(mark) end \(index)\\n' >&62

                """
        }
        return program
    }

    /// For each text what is known of it; a text that was never begun has neither output nor an end.
    static func answers(_ outcome: SandboxOutcome, count: Int) -> [Answer] {
        var answers = [Answer](repeating: Answer(), count: count)
        for part in parts(outcome.output) {
            guard let index = part.number("begin"), index < count else { continue }
            answers[index].output = part.rest
        }
        for part in parts(outcome.output) {
            if let index = part.number("end"), index < count { answers[index].isComplete = true }
        }
        var current = -1
        var before: [UInt8] = []
        for part in parts(outcome.errors) {
            if let index = part.number("begin") {
                current = index
            } else if part.words.first == "fail", part.words.count == 3, answers.indices.contains(current),
                let line = Int(part.words[1]), let code = Int(part.words[2])
            {
                answers[current].failures.append(Failure(line: line, code: code, errors: lastLines(before)))
            }
            before = part.rest
        }
        return answers
    }

    /// The index of the text that was running when the shell ended, unless it came to its end.
    static func interrupted(_ answers: [Answer], _ outcome: SandboxOutcome) -> Int? {
        let begun = parts(outcome.output).compactMap { $0.number("begin") }.max()
        return begun.flatMap { answers.indices.contains($0) && !answers[$0].isComplete ? $0 : nil }
    }

    static func lastLines(_ bytes: [UInt8]) -> [String] {
        let lines = String(decoding: bytes.suffix(2_000), as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.filter { line in
            !line.contains(mark) && line.contains { $0 == " " || $0.isLetter }
        }.suffix(4).map(String.init)
    }

    // MARK: Marks

    private struct Part {
        /// Behind the mark.
        let words: [Substring]
        /// Up to the next mark.
        let rest: [UInt8]

        func number(_ word: Substring) -> Int? {
            words.first == word && words.count == 2 ? Int(words[1]) : nil
        }
    }

    private static func parts(_ bytes: [UInt8]) -> [Part] {
        let starts = bytes.ranges(of: Array(mark.utf8))
        return starts.enumerated().map { number, start in
            let end = number + 1 < starts.count ? starts[number + 1].lowerBound : bytes.count
            let line = bytes[start.upperBound..<end].firstIndex(of: 0x0A) ?? end
            let words = String(decoding: bytes[start.upperBound..<line], as: UTF8.self).split(separator: " ")
            return Part(words: words.map { Substring($0) }, rest: Array(bytes[min(line + 1, end)..<end]))
        }
    }

    private static func quoted(_ code: [UInt8]) -> String {
        "'" + String(decoding: code, as: UTF8.self).replacing("'", with: "'\\''") + "'"
    }
}
