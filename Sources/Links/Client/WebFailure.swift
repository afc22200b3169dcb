/// Why there is no answer.
public enum WebFailure: Error, Sendable, Hashable {
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
    /// The connection, or what was packed, ended in the middle of the answer.
    case interrupted
    case headersTooLarge
    /// What it sends is not HTTP.
    case notHTTP
    /// The body is not compressed as the server says.
    case encoding
    /// Anything else, in libcurl's words.
    case other(String)

    public enum Certificate: Sendable { case expired, notYetValid, selfSigned, otherName, notTrusted }
    public enum Stage: Sendable { case connect, firstByte, whole }

    /// Whether another try may end otherwise.
    var isPassing: Bool {
        switch self {
        case .connection, .timeout, .tooSlow, .closed, .interrupted, .other, .name: true
        case .privateAddress, .certificate, .handshake, .headersTooLarge, .notHTTP, .encoding: false
        }
    }

    /// Whether it may come of what an earlier answer left on the connection.
    var isOfFraming: Bool {
        switch self {
        case .notHTTP, .interrupted, .closed, .headersTooLarge, .encoding: true
        default: false
        }
    }

    /// In words: what begins with the address, or its host.
    func sentence(address: String, server: String) -> String {
        switch self {
        case .name: "there is no host `\(server)`: its name does not resolve"
        case .connection: "`\(server)` refuses connections"
        case .privateAddress(let peer): "`\(server)` leads to \(peer), which is \(peer.privacy ?? "private")"
        case .certificate(let fault): "the certificate of `\(server)` \(fault.words)"
        case .handshake: "`\(server)` can't agree on an encryption"
        case .timeout(let stage): "`\(server)` \(stage.words) in time"
        case .tooSlow: "`\(server)` sends too slowly to wait for the end"
        case .closed: "`\(server)` ends the connection without an answer"
        case .interrupted: "`\(address)` ends in the middle of the answer"
        case .headersTooLarge: "`\(server)` sends headers without end"
        case .notHTTP: "`\(server)` answers with something that is not HTTP"
        case .encoding: "`\(address)` is not compressed as its server says"
        case .other(let words): "`\(address)` can't be asked: \(words)"
        }
    }
}

extension WebFailure.Certificate {
    fileprivate var words: String {
        switch self {
        case .expired: "has expired"
        case .notYetValid: "is not valid yet"
        case .selfSigned: "is signed by itself"
        case .otherName: "is for another name"
        case .notTrusted: "is signed by nobody who is trusted"
        }
    }
}

extension WebFailure.Stage {
    fileprivate var words: String {
        switch self {
        case .connect: "does not take the connection"
        case .firstByte: "does not begin to answer"
        case .whole: "does not end its answer"
        }
    }
}
