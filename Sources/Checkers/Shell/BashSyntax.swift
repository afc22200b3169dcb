import Diagnostics
import Proofs

/// What `bash -n` says of a script.
struct BashSyntax {
    let script: Snippet

    static func command(_ bash: FoundProgram, _ script: Snippet) -> ProcessCommand {
        let arguments = script.language == "sh" ? ["--posix", "-n", "/dev/stdin"] : ["-n", "/dev/stdin"]
        return ProcessCommand(bash.path, arguments, input: script.code, outputLimit: 200_000)
    }

    /// The first thing that bash says: what follows from it is noise. Nil where it says what can't be read.
    func finding(in outcome: ProcessOutcome) -> Diagnostic? {
        let prefix = "/dev/stdin: line "
        for line in outcome.errorText.split(separator: "\n") where line.hasPrefix(prefix) {
            let rest = line.dropFirst(prefix.count)
            guard let colon = rest.firstIndex(of: ":"), let number = Int(rest[..<colon]) else { continue }
            var message = rest[rest.index(after: colon)...].drop { $0 == " " }
            if message.hasPrefix("warning: ") { message = message.dropFirst(9) }
            let range = place(of: String(message), line: number)
            return ShellSyntax.found(
                String(message).replacing("`", with: "'"), at: script.origin(of: range))
        }
        return nil
    }

    private func place(of message: String, line: Int) -> Range<Int> {
        let count = script.code.count { $0 == 0x0A } + (script.code.last == 0x0A ? 0 : 1)
        let whole = script.range(line: min(line, max(1, count)))
        guard let quote = message.firstIndex(of: "`") else { return whole }
        let token = Array(message[message.index(after: quote)...].prefix { $0 != "'" || message.hasSuffix("`''") }.utf8)
        let wanted = message.hasSuffix("`''") ? Array("'".utf8) : token
        let places = occurrences(of: wanted, in: whole)
        return places.count == 1 ? places[0] : whole
    }

    /// A word is no part of a longer one.
    private func occurrences(of token: [UInt8], in line: Range<Int>) -> [Range<Int>] {
        guard let first = token.first, token.count <= line.count else { return [] }
        let isName = ShellReader.isNameByte(first)
        return (line.lowerBound...line.upperBound - token.count).compactMap { start in
            let end = start + token.count
            guard script.code[start..<end].elementsEqual(token) else { return nil }
            if isName {
                if start > 0, ShellReader.isNameByte(script.code[start - 1]) { return nil }
                if end < script.code.count, ShellReader.isNameByte(script.code[end]) { return nil }
            }
            return start..<end
        }
    }
}
