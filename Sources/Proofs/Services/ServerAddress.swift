/// Where a server listens that runs already.
public struct ServerAddress: Sendable {
    public let isEncrypted: Bool
    public let host: String
    public let port: Int

    /// - Parameter text: `http://` or `https://`, a host, and a port where it is not the scheme's own; nothing behind.
    public init?(_ text: String) {
        let encrypted = text.hasPrefix("https://")
        guard encrypted || text.hasPrefix("http://") else { return nil }
        var rest = text.dropFirst(encrypted ? 8 : 7)
        if rest.hasSuffix("/") { rest.removeLast() }
        let isAddress = rest.hasPrefix("[")
        let end = isAddress ? rest.firstIndex(of: "]").map(rest.index(after:)) : rest.firstIndex(of: ":")
        guard !isAddress || end != nil else { return nil }
        let host = rest[..<(end ?? rest.endIndex)]
        let port = end.map { rest[$0...].dropFirst() } ?? ""
        let allowed = isAddress ? "[]:." : "-."
        guard host.utf8.count < 254, !host.isEmpty,
            host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || allowed.contains($0)) }),
            port.isEmpty || Int(port).map({ (1...65_535).contains($0) }) == true
        else { return nil }
        self.isEncrypted = encrypted
        self.host = String(host)
        self.port = Int(port) ?? (encrypted ? 443 : 80)
    }

    /// Without a slash at the end.
    public var base: String { "\(isEncrypted ? "https" : "http")://\(host):\(port)" }
}
