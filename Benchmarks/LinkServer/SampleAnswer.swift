/// What the server says of a path, and when: always the same, so that two programs meet the same web.
///
/// `/fine/7`, `/moved/7` (301, 302, 307 or 308 to a fine one), `/broken/7` (404, 410 or 500), `/limited/7` (429 at first, 200 when
/// asked again), `/walled/7` (429 each time). Pages have the anchors `part-1` to `part-9`.
struct SampleAnswer {
    let status: Int
    var location: String?
    var retryAfter: Int?
    /// In milliseconds, from 0 to 200.
    let latency: Int

    /// - Parameter timesAsked: how often this path was asked before.
    init(path: String, timesAsked: Int) {
        let parts = path.split(separator: "/")
        let number = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        // The last steps of a hash: neighbours in number are strangers in time.
        var mixed = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 32
        latency = Int(mixed % 201)
        switch parts.first {
        case "moved":
            status = [301, 302, 307, 308][number % 4]
            location = "/fine/\(number)"
        case "broken":
            status = [404, 410, 500][number % 3]
        case "limited" where timesAsked == 0, "walled":
            status = 429
            retryAfter = 1
        case "fine", "limited":
            status = 200
        default:
            status = 404
        }
    }

    /// The whole answer; without its body for HEAD.
    func bytes(isHead: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(status) \(status == 200 ? "OK" : "Other")\r\nContent-Type: text/html; charset=utf-8\r\n"
        if let location { head += "Location: \(location)\r\n" }
        if let retryAfter { head += "Retry-After: \(retryAfter)\r\n" }
        let body = status == 200 ? Self.page : []
        head += "Content-Length: \(body.count)\r\n\r\n"
        return Array(head.utf8) + (isHead ? [] : body)
    }

    /// About 9 KB.
    private static let page: [UInt8] = {
        let paragraph = "<p>" + String(repeating: "A sentence of a page of the web. ", count: 30) + "</p>\n"
        let parts = (1...9).map { "<h2 id=\"part-\($0)\">Part \($0)</h2>\n\(paragraph)" }
        return Array("<!doctype html><html lang=\"en\"><title>A page</title>\n\(parts.joined())</html>\n".utf8)
    }()
}
