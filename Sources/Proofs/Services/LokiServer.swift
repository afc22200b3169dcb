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
        guard let endpoint = ServerAddress(text) else { return nil }
        self = .address(endpoint.base)
    }
}
