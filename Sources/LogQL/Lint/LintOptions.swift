/// What a lint run knows besides the queries.
public struct LintOptions: Sendable {
    /// The time between two points of a metric, in nanoseconds, where it is known.
    public var step: Int64?
    /// The longest range that passes, in nanoseconds.
    public var longestRange: Int64 = 24 * 3_600_000_000_000
    /// The labels that streams have, where they are known.
    public var indexLabels: Set<String>?
    /// Labels with a value for nearly each line or visitor, in lower case with underscores. A name that ends in one of
    /// them counts too: `client_ip`, `context_request_id`.
    public var unboundedLabels = LintOptions.idLabels
    /// How the queries are read.
    public var query: QueryOptions = []

    public init() {}

    public static let idLabels: Set<String> = [
        "request_id", "req_id", "trace_id", "span_id", "user_id", "session_id", "correlation_id", "transaction_id",
        "message_id", "event_id", "order_id", "customer_id", "account_id", "device_id", "uuid", "guid", "ip",
        "ip_address", "remote_addr", "email", "url", "uri",
    ]

    /// A duration as LogQL writes it, such as `1h30m`, in nanoseconds; nil where it is none, or not above zero.
    public static func duration(_ text: String) -> Int64? {
        DurationText.parse(text[...]).flatMap { $0 > 0 ? $0 : nil }
    }

    /// Whether a label of this name has a value for nearly each line or visitor.
    public func isUnbounded(_ label: String) -> Bool {
        let name = Self.underscored(label)
        if unboundedLabels.contains(name) { return true }
        return name.utf8.indices.contains { index in
            name.utf8[index] == UInt8(ascii: "_")
                && unboundedLabels.contains(String(name[name.utf8.index(after: index)...]))
        }
    }

    /// `requestID` and `requestId` as `request_id`.
    static func underscored(_ name: String) -> String {
        var output: [UInt8] = []
        var wasLower = false
        for byte in name.utf8 {
            let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            if isUpper, wasLower { output.append(UInt8(ascii: "_")) }
            output.append(isUpper ? byte | 0x20 : byte)
            wasLower = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
        }
        return String(decoding: output, as: UTF8.self)
    }
}
