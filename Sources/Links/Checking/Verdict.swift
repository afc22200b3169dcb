/// What is known of an address.
public enum Verdict: Sendable, Hashable {
    case good
    /// Good, at another address than the one that was asked.
    case redirected(to: String, isPermanent: Bool)
    case broken(Cause)
    /// It answers, but not to a program: nobody can tell whether the page is there.
    case unverifiable(status: Int)
    case unchecked

    /// Why nothing good is there.
    public enum Cause: Sendable, Hashable {
        case status(Int)
        /// The host's name has no address.
        case name
        case connection
        case privateAddress(String)
        case certificate(String)
        case handshake
        case timeout(String)
        case tooSlow
        case closed
        case interrupted
        case headersTooLarge
        case notHTTP
        case encoding
        case tooManyRedirects(Int)
        case redirectLoop(String)
        /// A redirect to what is no address of the web, with the address and the reason.
        case redirectRefused(String, String)
        case other(String)
    }

    public var isGood: Bool {
        switch self {
        case .good, .redirected: true
        case .broken, .unverifiable, .unchecked: false
        }
    }
}

extension Verdict.Cause {
    init(_ failure: WebFailure) {
        switch failure {
        case .name: self = .name
        case .connection: self = .connection
        case .privateAddress(let address):
            self = .privateAddress("\(address), which is \(address.privacy ?? "private")")
        case .certificate(let fault): self = .certificate(Self.words(fault))
        case .handshake: self = .handshake
        case .timeout(let stage): self = .timeout(Self.words(stage))
        case .tooSlow: self = .tooSlow
        case .closed: self = .closed
        case .interrupted: self = .interrupted
        case .headersTooLarge: self = .headersTooLarge
        case .notHTTP: self = .notHTTP
        case .encoding: self = .encoding
        case .other(let words): self = .other(words)
        }
    }

    private static func words(_ fault: WebFailure.Certificate) -> String {
        switch fault {
        case .expired: "has expired"
        case .notYetValid: "is not valid yet"
        case .selfSigned: "is signed by itself"
        case .otherName: "is for another name"
        case .notTrusted: "is signed by nobody who is trusted"
        }
    }

    private static func words(_ stage: WebFailure.Stage) -> String {
        switch stage {
        case .connect: "does not take the connection"
        case .firstByte: "does not begin to answer"
        case .whole: "does not end its answer"
        }
    }

    /// The cause as the rest of a sentence that begins with the address or its host.
    public func sentence(address: String, server: String) -> String {
        switch self {
        case .status(let code): "`\(address)` answers \(code)\(StatusCode.words(code).map { " (\($0))" } ?? "")"
        case .name: "there is no host `\(server)`: its name does not resolve"
        case .connection: "`\(server)` refuses connections"
        case .privateAddress(let words): "`\(server)` leads to \(words)"
        case .certificate(let words): "the certificate of `\(server)` \(words)"
        case .handshake: "`\(server)` can't agree on an encryption"
        case .timeout(let words): "`\(server)` \(words) in time"
        case .tooSlow: "`\(server)` sends too slowly to wait for the end"
        case .closed: "`\(server)` ends the connection without an answer"
        case .interrupted: "`\(server)` ends the connection in the middle of its answer"
        case .headersTooLarge: "`\(server)` sends headers without end"
        case .notHTTP: "`\(server)` answers with something that is not HTTP"
        case .encoding: "`\(address)` is not compressed as its server says"
        case .tooManyRedirects(let count): "`\(address)` leads on more than \(count) times"
        case .redirectLoop(let other): "`\(address)` leads in a circle, over `\(other)`"
        case .redirectRefused(let other, let reason): "`\(address)` leads on to `\(other)`: \(reason)"
        case .other(let words): "`\(address)` can't be asked: \(words)"
        }
    }
}

/// Names of status codes (RFC 9110, section 15).
enum StatusCode {
    static func words(_ code: Int) -> String? { names[code] }

    private static let names = [
        400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
        405: "Method Not Allowed", 406: "Not Acceptable", 407: "Proxy Authentication Required",
        408: "Request Timeout", 409: "Conflict", 410: "Gone", 414: "URI Too Long", 418: "I'm a teapot",
        421: "Misdirected Request", 422: "Unprocessable Content", 425: "Too Early", 426: "Upgrade Required",
        429: "Too Many Requests", 431: "Request Header Fields Too Large", 451: "Unavailable For Legal Reasons",
        500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
        504: "Gateway Timeout", 505: "HTTP Version Not Supported",
    ]
}
