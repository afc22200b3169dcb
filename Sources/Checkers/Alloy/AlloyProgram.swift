import Diagnostics
import Glibc
import Proofs

/// Asks the program `alloy` itself.
struct AlloyProgram {
    static let program = Program(
        "alloy", installation: "see https://grafana.com/docs/alloy/latest/set-up/install/",
        purpose: "validates Alloy's configuration", minimum: "1.5")

    let found: FoundProgram

    /// What Alloy says of a text. A part of a configuration is only formatted, which reads its syntax.
    func findings(_ text: AlloyText, isWhole: Bool, opening: PositionMap.Origin) async -> [Diagnostic] {
        let path = "/tmp/galley-\(getpid())-\(UInt64.random(in: 0 ... .max)).alloy"
        guard Self.write(text.source, to: path) else {
            return [ProofToolFailed.finding(found.title, because: "there is no room below /tmp", at: opening)]
        }
        defer { unlink(path) }
        let outcome = await ProcessCommand(found.path, [isWhole ? "validate" : "fmt", path]).run()
        guard case .exited(let code) = outcome.end else {
            return [ProofToolFailed.finding(found.title, outcome, at: opening)]
        }
        if code == 0 { return [] }
        let messages = Self.messages(outcome.errorText + "\n" + outcome.outputText, path: path)
        if messages.isEmpty { return [ProofToolFailed.finding(found.title, outcome, at: opening)] }
        return messages.map { message in
            let offset = Self.offset(message.line, message.column, in: text.source)
            return AlloyRefused.found(message.text, by: found.title, at: text.origin(offset..<offset))
        }
    }

    /// Lines such as `Error: /tmp/x.alloy:3:5: unrecognized attribute name "url"`.
    static func messages(_ output: String, path: String) -> [(line: Int, column: Int, text: String)] {
        output.split(separator: "\n").compactMap { line in
            guard let start = line.firstRange(of: "\(path):")?.upperBound else { return nil }
            let parts = line[start...].split(separator: ":", maxSplits: 2)
            guard parts.count == 3, let number = Int(parts[0]), let column = Int(parts[1]) else { return nil }
            return (number, column, String(parts[2].drop { $0 == " " }))
        }
    }

    /// Line and column from 1, the column in bytes.
    private static func offset(_ line: Int, _ column: Int, in source: [UInt8]) -> Int {
        var start = 0
        for _ in 1..<max(line, 1) {
            guard let end = source[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
            start = end + 1
        }
        return min(start + max(column, 1) - 1, source.count)
    }

    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        defer { close(file) }
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { return false }
            start += count
        }
        return true
    }
}
