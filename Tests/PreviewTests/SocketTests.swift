import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Preview

/// A connection that says what it is told, byte for byte.
final class RawConnection: Sendable {
    private let descriptor: Int32

    struct Failure: Error, CustomStringConvertible { let description: String }

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let answer = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, size) }
        }
        guard answer == 0 else { throw Failure(description: "port \(port) takes no connection") }
        // A test that hangs says nothing.
        var limit = timeval(tv_sec: Self.patience, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    /// How long the other side may take, in seconds.
    private static let patience = 60

    deinit { close(descriptor) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// What comes until a text is in it.
    func read(until end: String) throws -> String {
        let text = receive(until: end)
        guard text.contains(end) else { throw Failure(description: "waited in vain for `\(end)`, and got `\(text)`") }
        return text
    }

    /// What comes until the other side ends.
    func read() -> String { receive(until: nil) }

    /// Whether the other side ends without a word.
    func isClosed() -> Bool {
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, 0) == 0
    }

    private func receive(until end: String?) -> String {
        let limit = Date(timeIntervalSinceNow: Double(Self.patience))
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while Date() < limit {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            text += buffer[..<count]
            if let end, String(decoding: text, as: UTF8.self).contains(end) { break }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// The server as a browser meets it.
@Suite(.serialized) struct SocketTests {
    private func withPreview(
        _ folder: TemporaryFolder, _ body: @Sendable (UInt16, Preview) async throws -> Void
    ) async throws {
        var options = Preview.Options()
        options.ports = [0]
        let sources = Preview.Sources(
            reader: .init(root: folder.path, configurationPath: "galley.yml", width: 2), version: "test",
            today: { "2026-05-05" }, settle: { found, _ in found })
        let preview = try await Preview.start(sources, root: folder.path, options: options, proving: nil) { _ in }
        let running = Task { await preview.run() }
        let port = try #require(URL(string: preview.url)?.port.flatMap { UInt16(exactly: $0) })
        do {
            // Until the sources were read, there is no page.
            let request = "GET /arrival.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            let limit = Date(timeIntervalSinceNow: 60)
            while try await answer(request, port).hasPrefix("HTTP/1.1 503"), Date() < limit {}
            try await body(port, preview)
        } catch {
            Issue.record(error)
        }
        await preview.stop()
        await running.value
    }

    /// Blocking calls stay off the threads that the server runs on.
    private func apart<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
        }
    }

    private func answer(_ request: String, _ port: UInt16) async throws -> String {
        try await apart {
            let connection = try RawConnection(port: port)
            connection.send(request)
            return connection.read()
        }
    }

    @Test(.timeLimit(.minutes(10))) func overTheWire() async throws {
        try await withPreview(SampleProjects.minimal()) { port, _ in
            let end = "\r\nConnection: close\r\n\r\n"
            let page = try await answer("GET /arrival.html HTTP/1.1\r\nHost: localhost:\(port)\(end)", port)
            #expect(page.hasPrefix("HTTP/1.1 200"))
            #expect(page.contains("Content-Type: text/html; charset=utf-8"))
            #expect(page.hasSuffix("</html>\n"))
            let head = try await answer("HEAD /arrival.html HTTP/1.1\r\nHost: localhost:\(port)\(end)", port)
            let length = try #require(head.firstMatch(of: /Content-Length: (\d+)/)?.output.1)
            let body = try #require(page.firstRange(of: "\r\n\r\n").map { page[$0.upperBound...] })
            #expect(Int(length) == body.utf8.count)
            #expect(head.hasSuffix("\r\n\r\n"), "no body")
            let range = "\r\nRange: bytes=0-3"
            let part = try await answer("GET /files/tariff.txt HTTP/1.1\r\nHost: localhost\(range)\(end)", port)
            #expect(part.hasPrefix("HTTP/1.1 206"))
            for path in ["/../galley.yml", "/%2e%2e/galley.yml", "/..%2fgalley.yml", "/%2e%2e%2fgalley.yml"] {
                let refused = try await answer("GET \(path) HTTP/1.1\r\nHost: localhost\(end)", port)
                #expect(refused.hasPrefix("HTTP/1.1 400"), "\(path): \(refused.prefix(80))")
            }
            #expect(try await answer("GET / HTTP/1.1\r\nHost: example.com\(end)", port).hasPrefix("HTTP/1.1 421"))
            #expect(try await answer("GET / HTTP/1.1\(end)", port).hasPrefix("HTTP/1.1 421"))
            let long = "POST /-/try HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\(end)"
            #expect(try await answer(long, port).hasPrefix("HTTP/1.1 413"))
            let chunked = "POST /-/try HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\(end)0\r\n\r\n"
            #expect(try await answer(chunked, port).hasPrefix("HTTP/1.1 413"))
            // Garbage ends its own connection only.
            for garbage in [
                "\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\r\n\r\n", "GET / HTTP/9.9\r\nContent-Length: -5\r\n\r\n",
            ] {
                _ = try await answer(garbage, port)
            }
            #expect(try await answer("GET / HTTP/1.1\r\nHost: localhost\(end)", port).hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test(.timeLimit(.minutes(10))) func changesAreTold() async throws {
        let folder = try SampleProjects.minimal()
        try await withPreview(folder) { port, _ in
            let connection = try RawConnection(port: port)
            connection.send("GET /-/events?page=/mooring.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
            // Outside of the macro: the compiler takes two closures of one function for one where it expands the first.
            let greeting = try await apart { try connection.read(until: "\"read\":true") }
            #expect(greeting.contains("text/event-stream"))
            try folder.write("# Mooring\n\n{{include nowhere.md}}\n", to: "content/02-mooring.md")
            let told = try await apart { try connection.read(until: "\"notes\"") }
            #expect(told.contains("include/missing"))
            #expect(told.contains("vscode://file\(folder.path)/content/02-mooring.md:3:11"))
        }
    }

    /// A thousand streams: the first ones are served, the others refused, and pages come all the same.
    @Test(.timeLimit(.minutes(20))) func aThousandEventStreams() async throws {
        try await withPreview(SampleProjects.minimal()) { port, _ in
            let statuses = try await apart {
                var connections: [RawConnection] = []
                var statuses: [Substring] = []
                for _ in 0..<1_000 {
                    let connection = try RawConnection(port: port)
                    connection.send("GET /-/events?page=/arrival.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    connections.append(connection)
                    statuses.append(try connection.read(until: "\r\n").dropFirst(9).prefix(3))
                    // Those that were refused are gone; the test holds no more files than it must.
                    if statuses.last == "503" { connections.removeLast() }
                }
                let page = try RawConnection(port: port)
                page.send("GET /arrival.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                statuses.append(page.read().dropFirst(9).prefix(3))
                withExtendedLifetime(connections) {}
                return statuses.map(String.init)
            }
            #expect(statuses.count { $0 == "503" } == 1_000 - 64)
            #expect(statuses.last == "200")
        }
    }

    /// Who neither reads nor says anything is hung up on.
    @Test(.timeLimit(.minutes(5))) func theSilentAreHungUpOn() async throws {
        let (ends, end) = AsyncStream<Void>.makeStream()
        let server = try await PreviewServer.start(
            address: "127.0.0.1", ports: [0], patience: (.milliseconds(200), .seconds(2))
        ) { _ in Self.endless { end.finish() } }
        let silent = try RawConnection(port: server.port)
        #expect(try await apart { silent.isClosed() }, "nothing was asked, and the line is closed")
        let deaf = try RawConnection(port: server.port)
        deaf.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        // Without an end of the answer this waits for the limit of the test.
        for await _ in ends {}
        withExtendedLifetime(deaf) {}
        await server.stop()
    }

    /// An answer that no system takes for a browser that does not read, and that has no end.
    /// - Parameter dropped: told when the server lets go of it.
    private static func endless(dropped: @escaping @Sendable () -> Void) -> Response {
        let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
        let part = [UInt8](repeating: 0x61, count: 1 << 20)
        for _ in 0..<64 { continuation.yield(part) }
        continuation.onTermination = { _ in dropped() }
        return Response(status: 200, body: .stream(stream))
    }

    /// Browsers that ask for a lot and never read: others are served meanwhile, and the end is clean.
    @Test(.timeLimit(.minutes(10))) func aBrowserThatNeverReads() async throws {
        let server = try await PreviewServer.start(address: "127.0.0.1", ports: [0]) { request in
            request.path == "/small" ? .plain(200, "Here.") : Self.endless {}
        }
        let deaf = try (0..<5).map { _ in try RawConnection(port: server.port) }
        for connection in deaf { connection.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n") }
        // Each is in the midst of its answer.
        for connection in deaf { _ = try await apart { try connection.read(until: "\r\n\r\n") } }
        let page = try await answer(
            "GET /small HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", server.port)
        #expect(page.hasSuffix("Here.\n"))
        withExtendedLifetime(deaf) {}
        await server.stop()
    }
}
