import Foundation

/// A folder that the browser gets at an address in the place of the network: no port, no server, and no request leaves.
struct ServedSite: Sendable {
    let folder: URL
    /// The address of the folder, with a slash at its end.
    let base: String

    /// The body for an address: a file of the folder, or its page for addresses that do not exist; nil for an address
    /// outside of the site.
    func body(for address: String) -> (status: Int, type: String, data: Data)? {
        guard address.hasPrefix(base) else { return nil }
        let encoded = address.dropFirst(base.count).prefix { $0 != "#" && $0 != "?" }
        let path = String(encoded).removingPercentEncoding ?? ""
        let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        if let data = try? Data(contentsOf: folder.appendingPathComponent(file)) {
            return (200, Self.types[String(file.split(separator: ".").last ?? "")] ?? "application/octet-stream", data)
        }
        return (404, "text/html", (try? Data(contentsOf: folder.appendingPathComponent("404.html"))) ?? Data())
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml",
        "png": "image/png", "json": "application/json", "md": "text/markdown", "txt": "text/plain",
        "xml": "application/xml", "woff2": "font/woff2",
    ]
}

extension BrowserPage {
    private struct Paused: Decodable {
        struct Request: Decodable { let url: String }
        let requestId: String
        let request: Request
    }

    /// Serves a folder at an address from here on. Requests elsewhere are refused; `requests` tells of them all the same.
    public func serve(_ folder: URL, at base: String) async throws {
        state.withLock { $0.site = ServedSite(folder: folder, base: base) }
        try await call("Fetch.enable", ["patterns": [["urlPattern": "http*"]]])
    }

    /// Answers a request that the browser holds.
    func answer(_ event: BrowserConnection.Event) {
        guard let paused = try? event.parameters(Paused.self) else { return }
        guard let body = state.withLock({ $0.site })?.body(for: paused.request.url) else {
            return post("Fetch.failRequest", ["requestId": paused.requestId, "errorReason": "BlockedByClient"])
        }
        post(
            "Fetch.fulfillRequest",
            [
                "requestId": paused.requestId, "responseCode": body.status,
                "responseHeaders": [["name": "Content-Type", "value": body.type]],
                "body": body.data.base64EncodedString(),
            ])
    }
}
