import FlyingFox
import FlyingSocks
import Foundation
import Glibc
import Synchronization

/// The HTTP server below the responder: sockets, requests and answers.
struct PreviewServer: Sendable {
    /// Why there is no serving.
    enum Failure: Error, Sendable {
        case noAddress
        /// The ports from the first one on are taken.
        case taken
    }

    let server: HTTPServer
    /// The port that it listens on.
    let port: UInt16
    private let running: Task<Void, any Error>

    /// Listens on the first free of some ports.
    /// - Parameter patience: how long a connection may take to read what it was sent, and may stay silent.
    static func start(
        address: String, ports: [UInt16],
        patience: (writing: Duration, reading: Duration) = (.seconds(20), .seconds(75)),
        respond: @escaping @Sendable (Request) async -> Response
    ) async throws(Failure) -> PreviewServer {
        SocketLimits<SocketPool<Poll>>.raiseFileLimit()
        for port in ports {
            let server: HTTPServer
            do {
                server = try make(address, port, patience, respond)
            } catch {
                throw .noAddress
            }
            let running = Task { try await server.run() }
            if let port = await listens(server, running) {
                return PreviewServer(server: server, port: port, running: running)
            }
        }
        throw .taken
    }

    /// Waits until the server ends: by `stop`, or because the system took its socket away.
    func wait() async { _ = try? await running.value }

    func stop() async { await server.stop(timeout: 0.5) }

    private static func make(
        _ address: String, _ port: UInt16, _ patience: (writing: Duration, reading: Duration),
        _ respond: @escaping @Sendable (Request) async -> Response
    ) throws -> HTTPServer {
        let handler = ClosureHTTPHandler { await answer($0, respond) }
        let pool = SocketLimits(
            base: HTTPServer.defaultPool(), writing: patience.writing, reading: patience.reading)
        let isNew = address.contains(":")
        let configuration =
            isNew
            ? HTTPServer.Configuration(
                address: try sockaddr_in6.inet6(ip6: address, port: port), timeout: 60, pool: pool, logger: .disabled)
            : HTTPServer.Configuration(
                address: try sockaddr_in.inet(ip4: address == "localhost" ? "127.0.0.1" : address, port: port),
                timeout: 60, pool: pool, logger: .disabled)
        return HTTPServer(config: configuration, handler: handler)
    }

    /// The port that the server got; nil where it is taken.
    private static func listens(_ server: HTTPServer, _ running: Task<Void, any Error>) async -> UInt16? {
        // A group would wait for both, and the second ends with the server.
        let (stream, continuation) = AsyncStream<Bool>.makeStream()
        let listening = Task {
            try? await server.waitUntilListening(timeout: 10)
            continuation.yield(await server.isListening)
        }
        Task {
            // It ends at once where it can't have the port.
            _ = await running.result
            continuation.yield(false)
        }
        for await isListening in stream {
            listening.cancel()
            guard isListening else { break }
            switch await server.listeningAddress {
            case .ip4(_, let port)?, .ip6(_, let port)?: return port
            default: return nil
            }
        }
        running.cancel()
        return nil
    }

    private static func answer(
        _ request: HTTPRequest, _ respond: @Sendable (Request) async -> Response
    ) async -> HTTPResponse {
        var headers: [String: String] = [:]
        for name in request.headers.keys { headers[name.rawValue.lowercased()] = request.headers[name] }
        // What is too long is not read into memory either. Chunks tell no length.
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard length <= Responder.largestBody, headers["transfer-encoding"] == nil else {
            return make(.plain(413, "The request is too long.", [("Connection", "close")]))
        }
        let body = length > 0 ? try? await request.bodyData : Data()
        guard let body else { return HTTPResponse(statusCode: .badRequest) }
        let asked = Request(
            method: request.method.rawValue, path: request.target.path(percentEncoded: true),
            query: request.target.query(percentEncoded: true), headers: headers, body: [UInt8](body))
        return make(await respond(asked))
    }

    private static let phrases = [
        200: "OK", 206: "Partial Content", 304: "Not Modified", 308: "Permanent Redirect", 400: "Bad Request",
        403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 413: "Content Too Large", 414: "URI Too Long",
        415: "Unsupported Media Type", 416: "Range Not Satisfiable", 421: "Misdirected Request",
        503: "Service Unavailable",
    ]

    private static func make(_ response: Response) -> HTTPResponse {
        let status = HTTPStatusCode(response.status, phrase: phrases[response.status] ?? "")
        var made: HTTPResponse
        switch response.body {
        case .bytes(let bytes):
            made = HTTPResponse(
                statusCode: status, body: HTTPBodySequence(data: Data(bytes), suggestedBufferSize: 1 << 16))
        case .stream(let stream):
            made = HTTPResponse(statusCode: status, body: HTTPBodySequence(from: StreamBytes(stream: stream)))
        }
        for header in response.headers { made.headers[HTTPHeader(header.name)] = header.value }
        if let length = response.length { made.headers[.contentLength] = String(length) }
        return made
    }
}

/// Parts of an answer as the server sends them, each at once.
private struct StreamBytes: AsyncBufferedSequence {
    typealias Element = UInt8
    let stream: AsyncStream<[UInt8]>

    func makeAsyncIterator() -> Iterator { Iterator(base: stream.makeAsyncIterator()) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        typealias Element = UInt8
        var base: AsyncStream<[UInt8]>.AsyncIterator

        mutating func next() async throws -> UInt8? { nil }
        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? { await base.next() }
    }
}
