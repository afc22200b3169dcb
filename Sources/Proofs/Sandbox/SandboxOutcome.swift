/// How an author's code ended in the sandbox, and what it printed.
public struct SandboxOutcome: Sendable {
    public enum End: Sendable, Hashable {
        case exited(Int32)
        /// By a signal; as shells do, also told of an exit code of 128 and the signal.
        case signalled(Int32)
        case timedOut
        case outputTooLarge
        /// It was ended for it, or the code itself said that it got no more.
        case outOfMemory
        /// It never ran; `reason` in words.
        case notStarted(reason: String)
    }

    public let end: End
    /// Standard output up to the limit, and standard error within it where both were merged.
    public let output: [UInt8]
    public let errors: [UInt8]
    /// Which limits it met, each in words: `it ran longer than 30 seconds`.
    public let exceeded: [String]

    public var isSuccess: Bool { end == .exited(0) }
    public var outputText: String { String(decoding: output, as: UTF8.self) }
    public var errorText: String { String(decoding: errors, as: UTF8.self) }
}

extension SandboxOutcome {
    /// Reads how bubblewrap ended as how the code in it ended.
    init(_ outcome: ProcessOutcome, limits: SandboxLimits, seen: SandboxWatch.Seen) {
        output = outcome.output
        errors = outcome.errors
        let text = String(decoding: outcome.errors.suffix(20_000) + outcome.output.suffix(20_000), as: UTF8.self)
        let end = Self.end(outcome, text: text, seen: seen)
        self.end = end
        exceeded = Self.exceeded(end, text: text, limits: limits, seen: seen)
    }

    private static func end(_ outcome: ProcessOutcome, text: String, seen: SandboxWatch.Seen) -> End {
        if seen.memory { return .outOfMemory }
        switch outcome.end {
        case .timedOut: return .timedOut
        case .outputTooLarge: return .outputTooLarge
        case .notStarted(let reason): return .notStarted(reason: reason)
        case .signalled(let signal): return .signalled(signal)
        case .exited(1) where text.hasPrefix("bwrap: "), .exited(1) where text.hasPrefix("nsenter: "):
            return .notStarted(reason: text.split(separator: "\n").first.map(String.init) ?? "")
        case .exited(0): return .exited(0)
        case .exited(let code):
            if noMemory.contains(where: text.contains) { return .outOfMemory }
            return (129...192).contains(code) ? .signalled(code - 128) : .exited(code)
        }
    }

    private static func exceeded(
        _ end: End, text: String, limits: SandboxLimits, seen: SandboxWatch.Seen
    ) -> [String] {
        var words: [String] = []
        if end == .timedOut { words.append("it ran longer than \(limits.time.inWords)") }
        if end == .outputTooLarge { words.append("it printed more than \(limits.output.inBytes)") }
        if end == .outOfMemory { words.append("it needed more than \(limits.memory.inBytes) of memory") }
        let hasFailed = end != .exited(0)
        if seen.processes || hasFailed && noProcess.contains(where: text.contains) {
            words.append("it ran \(limits.processes) processes at once, as many as it may")
        }
        if seen.disk || hasFailed && text.contains("No space left on device") {
            words.append("it filled its \(limits.disk.inBytes) of disk")
        }
        if seen.daemons { words.append("it left processes running, which were ended") }
        return words
    }

    private static let noMemory = ["Cannot allocate memory", "MemoryError", "out of memory", "bad_alloc"]
    private static let noProcess = [
        "fork: Resource temporarily unavailable", "fork: retry: Resource temporarily unavailable", "Cannot fork",
        "can't start new thread", "BlockingIOError: [Errno 11]",
    ]
}

extension Int {
    /// As a number of bytes that people read: `64 MB`.
    fileprivate var inBytes: String {
        if self >= 1 << 20, self % (1 << 20) == 0 { return "\(self >> 20) MB" }
        return self >= 1 << 10 && self % (1 << 10) == 0 ? "\(self >> 10) KB" : "\(self) bytes"
    }
}

extension Duration {
    fileprivate var inWords: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        return milliseconds % 1000 == 0
            ? "\(components.seconds) second\(milliseconds == 1000 ? "" : "s")" : "\(milliseconds) ms"
    }
}
