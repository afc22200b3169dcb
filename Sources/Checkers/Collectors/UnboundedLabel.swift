import LogQL

/// Names of labels that have a value for nearly each line or visitor, in the configuration of any collector.
public enum UnboundedLabel {
    /// Names that count as they are; those of `LintOptions.idLabels` count at the end of longer names too.
    static let whole: Set<String> = [
        "session", "timestamp", "ts", "time", "message", "msg", "line", "body", "token", "nonce", "query", "referer",
        "referrer", "user_agent", "duration", "duration_ms", "latency", "elapsed",
    ]

    /// Whether a label of this name makes a stream for nearly each line. Names that begin with `__` never reach Loki.
    public static func isUnbounded(_ name: String) -> Bool {
        guard !name.hasPrefix("__") else { return false }
        return whole.contains(name.lowercased()) || LintOptions().isUnbounded(name)
    }

    /// Whether a label of this name tells the address of a target: there are as many values as targets, not as lines.
    static func isOfTarget(_ name: String) -> Bool {
        ["ip", "ip_address", "addr", "url", "uri"].contains { name.lowercased().hasSuffix($0) }
    }
}
