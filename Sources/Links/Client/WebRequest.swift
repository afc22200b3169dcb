/// One request of the client: one question to one host. Redirects are other requests.
struct WebRequest: Sendable {
    enum Method: Sendable { case head, get }

    struct Header: Sendable, Hashable {
        let name: String
        let value: String
    }

    var method: Method
    var address: WebAddress
    var headers: [Header] = []
    /// How many bytes of the body are read, decompressed.
    var bodyLimit = 0
    /// Whether the host may be in a private network, or this machine.
    var allowsPrivate = false
}

/// What a server answered.
struct WebAnswer: Sendable {
    var status: Int
    /// Where a redirect leads to, as it is written.
    var location: String?
    /// When the server wants to be asked again, as it is written.
    var retryAfter: String?
    var contentType: String?
    /// Whether a wall before the server asks for a proof that a person is there.
    var isChallenge = false
    var body: [UInt8] = []
    /// Whether the body was read to its end.
    var isWhole = true
}
