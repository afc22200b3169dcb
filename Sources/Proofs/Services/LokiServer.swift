/// A real Loki that snippets meet in place of Galley's stand-in.
public enum LokiServer: Sendable, Hashable {
    /// One that runs already, at an address such as `http://127.0.0.1:3100`. It takes what snippets push, so give it one
    /// that was started for this.
    case address(String)
    /// The program `loki` of this machine, started afresh for each group of snippets.
    case program

    public static let loki = Program(
        "loki", versionArguments: ["-version"],
        installation: "see https://github.com/grafana/loki/releases", purpose: "answers LogQL beside Galley's engine")

    /// Connects the network of the snippets with an address outside of it.
    static let relay = Program(
        "socat", versionArguments: ["-V"], installation: "apt-get install socat",
        purpose: "leads examples to the Loki of `--loki`")

    /// - Parameter text: `http://` or `https://`, a host, and a port where it is not the scheme's own; nothing behind.
    public init?(address text: String) {
        guard let endpoint = Endpoint(text) else { return nil }
        self = .address(endpoint.base)
    }

    /// Where a Loki listens.
    struct Endpoint {
        let isEncrypted: Bool
        let host: String
        let port: Int

        init?(_ text: String) {
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

        var base: String { "\(isEncrypted ? "https" : "http")://\(host):\(port)" }
    }
}
