/// Who may ask: pages of the preview itself.
///
/// A page from elsewhere can send requests to this machine too: under a name of its own that it lets point here, or
/// straight to the address. The first is told by `Host`, the second by `Origin` and `Sec-Fetch-Site`.
struct CallerCheck: Sendable {
    private let names: Set<String>

    /// - Parameter address: the address or name that the author chose to listen on.
    init(address: String) {
        names = ["127.0.0.1", "localhost", "[::1]", address.contains(":") ? "[\(address)]" : address.lowercased()]
    }

    /// Whether a value of `Host` names this server.
    func knows(host: String?) -> Bool {
        guard let host, let (name, port) = Self.parts(host) else { return false }
        return names.contains(name) && port.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }

    /// Whether a request to an endpoint of the preview's own comes from one of its pages, or from no page at all.
    func trusts(_ request: Request) -> Bool {
        if let site = request.headers["sec-fetch-site"], site != "same-origin", site != "none" { return false }
        guard let origin = request.headers["origin"] else { return true }
        guard let host = request.headers["host"], knows(host: host) else { return false }
        return origin == "http://\(host)"
    }

    private static func parts(_ host: String) -> (name: String, port: String)? {
        let lower = host.lowercased()
        if lower.hasPrefix("[") {
            guard let end = lower.firstIndex(of: "]") else { return nil }
            let rest = lower[lower.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
            return (String(lower[...end]), String(rest.dropFirst()))
        }
        let parts = lower.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let name = parts.first, !name.isEmpty else { return nil }
        return (String(name), parts.count > 1 ? String(parts[1]) : "")
    }
}
