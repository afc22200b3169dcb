import Diagnostics
import Proofs

/// A block `console`: commands behind prompts, and what they print.
///
/// `$ ` begins a command; `# ` does where the block's first line begins so, since output may have such lines, too. A
/// command goes on over lines that begin with `> ` as long as it is not complete, and behind a backslash.
struct ConsoleSession {
    /// The commands alone, one below the other.
    let script: Snippet
    /// What is shown below each command.
    let parts: [Part]

    struct Part {
        /// In the script.
        let command: Range<Int>
        /// In the block; empty where nothing is shown.
        let output: Range<Int>
    }

    init(_ snippet: Snippet) {
        var reading = ConsoleReading(snippet.code, map: snippet.map)
        reading.read()
        script = snippet.with(code: reading.script, map: reading.builder.build(fallback: snippet.opening.span))
        parts = reading.parts
    }
}

private struct ConsoleReading {
    let code: [UInt8]
    let map: PositionMap
    var script: [UInt8] = []
    var builder = PositionMap.Builder()
    var parts: [ConsoleSession.Part] = []

    init(_ code: [UInt8], map: PositionMap) {
        self.code = code
        self.map = map
    }

    mutating func read() {
        let lines = self.lines
        let first = lines.first { !code[$0].allSatisfy { $0 == 0x20 || $0 == 0x0A } }
        let prompt = Array((first.map { code[$0].starts(with: "# ".utf8) } ?? false ? "# " : "$ ").utf8)
        var next = 0
        while next < lines.count {
            let line = lines[next]
            next += 1
            guard code[line].starts(with: prompt) else { continue }
            let start = script.count
            take(line.lowerBound + 2..<line.upperBound)
            while next < lines.count, isOpen(from: start) {
                let continuation = lines[next]
                if code[continuation].starts(with: "> ".utf8) {
                    take(continuation.lowerBound + 2..<continuation.upperBound)
                } else if script.dropLast().last == UInt8(ascii: "\\") {
                    take(continuation)
                } else {
                    break
                }
                next += 1
            }
            let output = next
            while next < lines.count, !code[lines[next]].starts(with: prompt) { next += 1 }
            let from = output < lines.count ? lines[output].lowerBound : code.count
            let to = next < lines.count ? lines[next].lowerBound : code.count
            parts.append(.init(command: start..<script.count, output: from..<to))
        }
    }

    private func isOpen(from start: Int) -> Bool { ShellReader(Array(script[start...])).isOpen }

    private mutating func take(_ range: Range<Int>) {
        script += code[range]
        builder.copy(range, of: map)
        if script.last != 0x0A {
            script.append(0x0A)
            builder.replace(range.upperBound..<range.upperBound, of: map, with: 1)
        }
    }

    /// Each with its newline.
    private var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < code.count {
            let end = code[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? code.count
            lines.append(start..<end)
            start = end
        }
        return lines
    }
}

extension Snippet {
    /// The snippet with a text that was derived from its code.
    func with(code: [UInt8], map: PositionMap) -> Snippet {
        Snippet(
            id: id, isNamed: isNamed, fragment: fragment, number: number, language: language, kind: kind, code: code,
            map: map, opening: opening, request: request, output: output)
    }
}
