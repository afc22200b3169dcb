/// What is known of an address. Most are good, and there are many, so that the rest stands elsewhere.
public indirect enum Verdict: Sendable, Hashable {
    case good
    /// Good, at another address than the one that was asked.
    case redirected(to: String, isPermanent: Bool)
    case broken(Cause)
    /// It answers, but not to a program: nobody can tell whether the page is there.
    case unverifiable(status: Int)
    case unchecked

    /// Why nothing good is there.
    public enum Cause: Sendable, Hashable {
        case noAnswer(WebFailure)
        case status(Int)
        case tooManyRedirects(Int)
        case redirectLoop(String)
        /// A redirect that names no address, with its status.
        case redirectNowhere(Int)
        /// A redirect to what is no address of the web, with the address and the reason.
        case redirectRefused(String, String)
    }

    public var isGood: Bool {
        switch self {
        case .good, .redirected: true
        case .broken, .unverifiable, .unchecked: false
        }
    }
}

extension Verdict.Cause {
    /// The cause as the rest of a sentence that begins with the address or its host.
    public func sentence(address: String, server: String) -> String {
        switch self {
        case .noAnswer(let failure): failure.sentence(address: address, server: server)
        case .status(let code): "`\(address)` answers \(code)\(StatusCode.words(code).map { " (\($0))" } ?? "")"
        case .tooManyRedirects(let count): "`\(address)` leads on more than \(count) times"
        case .redirectLoop(let other): "`\(address)` leads in a circle, over `\(other)`"
        case .redirectNowhere(let code): "`\(address)` answers \(code), a redirect, and does not say where to"
        case .redirectRefused(let other, let reason): "`\(address)` leads on to `\(other)`: \(reason)"
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
