import Foundation
import TestSupport
import Testing

/// The command from its start to Ctrl-C.
@Suite(.serialized) struct ServeCommandTests {
    private func apart<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
        }
    }

    @Test(.timeLimit(.minutes(15))) func anEditorsHour() async throws {
        let folder = try SampleProjects.minimal()
        let serve = try await ServeProcess(in: folder)
        let port = serve.port
        let connection = try RawConnection(port: port)
        connection.send("GET /-/events?page=/mooring.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
        _ = try await apart { try connection.read(until: "\"read\":true") }
        // Each change is told of, in whichever way it is saved.
        try "# Mooring\n\nWritten in place.\n".write(
            toFile: folder.path + "/content/02-mooring.md", atomically: false, encoding: .utf8)
        try await wait(for: "Written in place.", on: port, connection)
        try folder.write("# Mooring\n\nRenamed over.\n", to: "content/.draft")
        rename(folder.path + "/content/.draft", folder.path + "/content/02-mooring.md")
        try await wait(for: "Renamed over.", on: port, connection)
        try folder.write("# Mooring\n\n{{include nowhere.md}}\n", to: "content/02-mooring.md")
        _ = try await apart { try connection.read(until: "include/missing") }
        #expect(try await page(port).contains("Renamed over."), "the last good page stays")
        try folder.write("# Mooring\n\nMended.\n", to: "content/02-mooring.md")
        try await wait(for: "Mended.", on: port, connection)
        #expect(try await serve.interrupt() == 0)
        #expect(serve.errors.hasSuffix("galley: stopped\n"))
        #expect(!folder.exists("site"), "nothing is written")
    }

    @Test(.timeLimit(.minutes(15))) func aBrokenBeginningMends() async throws {
        let folder = try SampleProjects.minimal()
        let configuration = try folder.read("galley.yml")
        try folder.write("site: [\n", to: "galley.yml")
        let serve = try await ServeProcess(in: folder)
        let connection = try RawConnection(port: serve.port)
        connection.send("GET /-/events?page=/mooring.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
        _ = try await apart { try connection.read(until: "yaml/") }
        try folder.write(configuration, to: "galley.yml")
        try await wait(for: "<h1", on: serve.port, connection)
        #expect(try await serve.interrupt() == 0)
    }

    /// Asks for the page each time that something is told, until a text is on it.
    private func wait(for text: String, on port: UInt16, _ events: RawConnection) async throws {
        while try await !page(port).contains(text) { _ = try await apart { try events.read(until: "data:") } }
    }

    private func page(_ port: UInt16) async throws -> String {
        try await apart {
            let connection = try RawConnection(port: port)
            connection.send("GET /mooring.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            return connection.read()
        }
    }

    @Test(.timeLimit(.minutes(15))) func theNextFreePortIsTaken() async throws {
        let folder = try SampleProjects.minimal()
        let first = try await ServeProcess(in: folder)
        let second = try await ServeProcess(in: folder, ["--no-proofs", "--port", String(first.port)])
        #expect(second.port != first.port)
        #expect(second.port != 0)
        #expect(try await second.interrupt() == 0)
        #expect(try await first.interrupt() == 0)
    }
}
