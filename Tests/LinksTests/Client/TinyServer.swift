import Foundation
import Glibc
import Synchronization

/// A server on this machine that answers as a test says, a connection for each request.
final class TinyServer: Sendable {
    struct Request: Sendable {
        let method: String
        let path: String
        let headers: [String: String]
    }

    let port: Int
    private let socket: Int32
    private let log = Log()
    /// All requests so far.
    var requests: [Request] { log.entries.withLock { $0 } }

    private final class Log: Sendable { let entries = Mutex<[Request]>([]) }

    /// - Parameter answer: the bytes that a request is answered with.
    init(_ answer: @escaping @Sendable (Request) -> String) throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.socket = socket
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(socket, pointer, length) == 0 && listen(socket, 64) == 0
                    && getsockname(socket, pointer, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        let thread = Thread { [log] in
            // Closed by nobody else: its number may be another server's at once, whose visitors would come here.
            defer { close(socket) }
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else { return }
                Self.serve(connection) { request in
                    log.entries.withLock { $0.append(request) }
                    return answer(request)
                }
            }
        }
        thread.start()
    }

    deinit { shutdown(socket, Int32(SHUT_RDWR)) }

    private static func serve(_ connection: Int32, _ answer: (Request) -> String) {
        defer { close(connection) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = read(connection, &buffer, buffer.count)
            guard count > 0 else { return }
            bytes += buffer[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ").map(String.init)
        guard words.count == 3 else { return }
        let fields = lines.dropFirst().compactMap { line -> (String, String)? in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces)) : nil
        }
        let request = Request(
            method: words[0], path: words[1], headers: Dictionary(fields, uniquingKeysWith: { first, _ in first }))
        let text = answer(request)
        _ = text.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
        shutdown(connection, Int32(SHUT_WR))
    }

    /// A whole answer.
    static func answer(_ status: Int, _ headers: [String] = [], body: String = "") -> String {
        let fields = headers + ["Content-Length: \(body.utf8.count)", "Connection: close"]
        return "HTTP/1.1 \(status) X\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n" + body
    }

    /// The answer to a request for HTML: without its body for HEAD.
    static func page(_ request: Request, _ html: String) -> String {
        answer(200, ["Content-Type: text/html"], body: request.method == "HEAD" ? "" : html)
    }
}
