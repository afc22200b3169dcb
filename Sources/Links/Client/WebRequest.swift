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

/// Why there is no answer.
enum WebFailure: Error, Sendable, Hashable {
    enum Stage: String, Sendable { case connect, firstByte, whole }
    enum Certificate: String, Sendable { case expired, notYetValid, selfSigned, otherName, notTrusted }

    /// The host's name has no address.
    case name
    /// The host refuses the connection, or no way leads there.
    case connection
    /// The name leads to an address that is not of the public internet.
    case privateAddress(NetworkAddress)
    case certificate(Certificate)
    /// The two can't agree on how to encrypt.
    case handshake
    case timeout(Stage)
    /// It sends so little that the end can't be waited for.
    case tooSlow
    /// The connection ended before an answer.
    case closed
    /// The connection ended in the middle of the answer.
    case interrupted
    case headersTooLarge
    /// What it sends is not HTTP.
    case notHTTP
    /// The body is not compressed as the server says.
    case encoding
    /// Anything else, in libcurl's words.
    case other(String)

    /// Whether another try may end otherwise.
    var isPassing: Bool {
        switch self {
        case .connection, .timeout, .tooSlow, .closed, .interrupted, .other, .name: true
        case .privateAddress, .certificate, .handshake, .headersTooLarge, .notHTTP, .encoding: false
        }
    }
}
