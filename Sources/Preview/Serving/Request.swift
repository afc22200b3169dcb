/// What the preview looks at in a request.
struct Request: Sendable {
    var method: String
    /// The path as it was sent, with its percent signs.
    var path: String
    /// What stood behind the question mark, as it was sent.
    var query = ""
    /// By their names in lower case.
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    /// The value of a parameter of the query, decoded; nil where it is missing or can't be decoded.
    func parameter(_ name: String) -> String? {
        for part in query.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.first.map(String.init) == name { return pair.count > 1 ? PercentEncoding.decoded(pair[1]) : "" }
        }
        return nil
    }
}

/// The answer to a request.
struct Response: Sendable {
    enum Body: Sendable {
        case bytes([UInt8])
        /// Parts that are sent as they come.
        case stream(AsyncStream<[UInt8]>)
    }

    var status: Int
    var headers: [(name: String, value: String)] = []
    var body = Body.bytes([])
    /// The length that is told where the body is left out.
    var length: Int?

    subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

    /// A few words for people.
    static func plain(_ status: Int, _ text: String, _ headers: [(name: String, value: String)] = []) -> Response {
        Response(
            status: status, headers: [("Content-Type", "text/plain; charset=utf-8")] + headers,
            body: .bytes(Array((text + "\n").utf8)))
    }

    static func json(_ text: String) -> Response {
        Response(
            status: 200, headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")],
            body: .bytes(Array(text.utf8)))
    }
}

/// RFC 3986, section 2.1.
enum PercentEncoding {
    /// The text that a part of an address stands for; nil where a percent sign has no two digits behind it, or the bytes
    /// are no UTF-8.
    static func decoded(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let high = digit(rest.removeFirst()), let low = digit(rest.removeFirst()) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
